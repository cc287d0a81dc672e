-- Search by words (docs/adr/0022): full text for what is spelt right, trigrams for what is not.

-- The words by which each noun is found. As functions, so that an index and the statements that use it can't come to differ;
-- immutable, because the configuration is named. Codes are kept as they are typed: “1C” is no English word.
create function metric_words(code text, official_code text, title text, description text, labels text) returns tsvector
language sql immutable parallel safe as $$
  select setweight(to_tsvector('simple', code || ' ' || official_code), 'A')
    || setweight(to_tsvector('english', title), 'A')
    || setweight(to_tsvector('english', coalesce(description, '')), 'B')
    || setweight(to_tsvector('english', coalesce(labels, '')), 'C')
$$;
--> statement-breakpoint
create function plan_words(title text, more text, body text) returns tsvector
language sql immutable parallel safe as $$
  select setweight(to_tsvector('english', title), 'A')
    || setweight(to_tsvector('english', coalesce(more, '')), 'B')
    || setweight(to_tsvector('english', coalesce(body, '')), 'C')
$$;
--> statement-breakpoint
-- array_to_string depends on settings for some types, and so counts as changeable; for text it never changes.
create function joined(list text[]) returns text
language sql immutable parallel safe as $$ select array_to_string(list, ' ') $$;
--> statement-breakpoint
-- “1C pt 2a”, “1c(2a)” and “1Cpt2a” are one code to whoever types it.
create function code_key(code text) returns text
language sql immutable parallel safe as $$ select regexp_replace(lower(code), '[^[:alnum:]]', '', 'g') $$;
