-- Files as evidence (docs/adr/0023). What is cited stays what it was; what sealed assessments cite stays at all.

-- Documents are packed already: packing them again would only take time.
alter table file_pieces alter column data set storage external;
--> statement-breakpoint

-- An uploaded file never changes. While anything cites it the foreign key keeps it, and citations of sealed revisions are
-- themselves kept (evidence_links_sealed).
create function refuse_change_to_uploaded_file() returns trigger language plpgsql as $$
begin
  raise exception 'an uploaded file never changes' using errcode = 'DR040';
end $$;
--> statement-breakpoint
create trigger evidence_files_kept before update on evidence_files
  for each row execute function refuse_change_to_uploaded_file();
--> statement-breakpoint

-- Of a content only that may change which a scanner says of it, and when it was last sent here.
create function refuse_change_to_file_content() returns trigger language plpgsql as $$
begin
  if (new.sha256, new.bytes, new.type) is distinct from (old.sha256, old.bytes, old.type) then
    raise exception 'what a file holds never changes' using errcode = 'DR040';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger file_contents_kept before update on file_contents
  for each row execute function refuse_change_to_file_content();
--> statement-breakpoint

-- The bytes of what a file cites are neither added to nor taken away. Only what a scanner refused may go (and come back,
-- should it have been mistaken), and not even that once a sealed assessment cites it.
create function refuse_change_to_file_bytes() returns trigger language plpgsql as $$
declare
  owner text := case when tg_op = 'DELETE' then old.sha256 else new.sha256 end;
  content_state file_state;
begin
  if tg_op = 'UPDATE' then
    raise exception 'what a file holds never changes' using errcode = 'DR040';
  end if;
  select state into content_state from file_contents where sha256 = owner;
  if content_state is not null and exists (select from evidence_files f where f.sha256 = owner) and (
    content_state <> 'REFUSED' or exists (
      select from evidence_files f
        join evidence_links l on l.file_id = f.id
        join assessment_revisions r on r.id = l.revision_id
      where f.sha256 = owner and r.sealed_at is not null
    )
  ) then
    raise exception 'the bytes of a file that is evidence are kept' using errcode = 'DR040';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger file_pieces_kept before insert or update or delete on file_pieces
  for each row execute function refuse_change_to_file_bytes();
--> statement-breakpoint
create trigger file_pieces_no_truncate before truncate on file_pieces
  for each statement execute function refuse_change_to_record();
--> statement-breakpoint

-- When what a plan says last changed, so that whoever cited it can be told. Its name is part of what is cited.
create function note_change_of_words() returns trigger language plpgsql as $$
begin
  if (new.title, new.text, new.found, new.will_do, new.how_we_will_know)
    is distinct from (old.title, old.text, old.found, old.will_do, old.how_we_will_know) then
    new.words_changed_at := now();
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger strategy_elements_words before update on strategy_elements
  for each row execute function note_change_of_words();
--> statement-breakpoint
create function note_change_of_plan_name() returns trigger language plpgsql as $$
begin
  if new.title is distinct from old.title then
    update strategy_elements set words_changed_at = now() where strategy_id = new.id;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger strategies_name after update on strategies
  for each row execute function note_change_of_plan_name();
