-- Assessments by their titles and references, for the search and for those that are called alike (docs/adr/0022). The expressions are those
-- of schema/search-words.ts; search-indexes.test.ts holds them to be the same.
create index assessments_by_words on assessments using gin (to_tsvector('english', title));
--> statement-breakpoint
create index assessments_by_spelling on assessments using gin (title gin_trgm_ops);
--> statement-breakpoint
create index assessments_by_reference_key on assessments (code_key(reference));
--> statement-breakpoint
-- A search for a department's name asks beside the words: without it the whole table would be read for that alone.
create index assessments_by_department on assessments (department_id);
