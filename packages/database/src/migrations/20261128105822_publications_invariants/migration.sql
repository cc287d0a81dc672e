-- Two people look at whatever leaves the council (docs/adr/0035-two-people-publish.md), whatever path a write takes.

-- Decisions are about sealed content, follow each other, and end with its approval.
create function check_redaction_decision() returns trigger language plpgsql as $$
declare
  sealed timestamptz;
begin
  select sealed_at into sealed from assessment_revisions where id = new.revision_id for share;
  if sealed is null then
    raise exception 'only of sealed content is it decided what the public reads' using errcode = 'DR050';
  end if;
  if exists (select from publications p where p.revision_id = new.revision_id and p.approved_at is not null) then
    raise exception 'what was approved and published is not decided anew' using errcode = 'DR050';
  end if;
  if new.version <> 1 + (
    select coalesce(max(d.version), 0) from redaction_decisions d
    where d.revision_id = new.revision_id and d.hit_id = new.hit_id
  ) then
    raise exception 'a decision about a passage follows the one before it' using errcode = 'DR050';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger redaction_decisions_checked before insert on redaction_decisions
  for each row execute function check_redaction_decision();
--> statement-breakpoint
create trigger redaction_decisions_append_only before update or delete on redaction_decisions
  for each row execute function refuse_change_to_record();
--> statement-breakpoint
create trigger redaction_decisions_no_truncate before truncate on redaction_decisions
  for each statement execute function refuse_change_to_record();
--> statement-breakpoint

-- A prepared copy is thrown away or approved, never changed. Who approves it neither wrote the assessment nor handed its review over, and
-- neither prepared the copy nor decided about any passage of it.
create function check_publication() returns trigger language plpgsql as $$
declare
  revision assessment_revisions%rowtype;
begin
  if tg_op = 'DELETE' then
    if old.approved_at is not null then
      raise exception 'what was approved and published stays' using errcode = 'DR050';
    end if;
    return old;
  end if;
  select * into revision from assessment_revisions where id = new.revision_id for share;
  if revision.sealed_at is null then
    raise exception 'only sealed content is published' using errcode = 'DR050';
  end if;
  if tg_op = 'INSERT' then
    if new.approved_at is not null then
      raise exception 'a copy is prepared first and approved then' using errcode = 'DR051';
    end if;
    return new;
  end if;
  if old.approved_at is not null
    or (to_jsonb(new) - array['approved_by_id', 'approved_at']) <> (to_jsonb(old) - array['approved_by_id', 'approved_at']) then
    raise exception 'a prepared copy is approved as it is' using errcode = 'DR050';
  end if;
  if new.approved_by_id = new.prepared_by_id
    or has_conflict_of_interest(revision.assessment_id, new.approved_by_id)
    or exists (
      select from redaction_decisions d where d.revision_id = new.revision_id and d.decided_by_id = new.approved_by_id
    ) then
    raise exception 'somebody who had no part in it approves what is published' using errcode = 'DR051';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger publications_checked before insert or update or delete on publications
  for each row execute function check_publication();
--> statement-breakpoint

-- The bytes of a prepared copy are those that were prepared; once it is approved they stay.
create function check_publication_file() returns trigger language plpgsql as $$
declare
  approved timestamptz;
begin
  if tg_op = 'UPDATE' then
    raise exception 'the bytes of a prepared copy never change' using errcode = 'DR050';
  end if;
  select p.approved_at into approved from publications p
    where p.id = case when tg_op = 'DELETE' then old.publication_id else new.publication_id end;
  if approved is not null then
    raise exception 'the bytes of an approved copy stay' using errcode = 'DR050';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger publication_files_checked before insert or update or delete on publication_files
  for each row execute function check_publication_file();
--> statement-breakpoint
create trigger publication_files_no_truncate before truncate on publication_files
  for each statement execute function refuse_change_to_record();
