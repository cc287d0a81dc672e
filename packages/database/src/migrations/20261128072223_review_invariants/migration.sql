-- Conflict of interest, whatever path a write takes: whoever ever led or helped to write an assessment, and a chair who
-- handed it over, takes no part in the group's review of it, and never signs it as chair.
create function has_conflict_of_interest(assessment uuid, person uuid) returns boolean language sql stable as $$
  select exists (select from assessment_people p where p.assessment_id = assessment and p.user_id = person)
    or exists (select from review_deputies d where d.assessment_id = assessment and d.named_by_id = person)
$$;
--> statement-breakpoint

-- A comment stays, with its author and place. Its words may be put right by raising its version; of the first of a talk it may change whether
-- it is a point of the chair's and whether it is settled.
create function check_comment() returns trigger language plpgsql as $$
declare
  first comments%rowtype;
  movable text[] := array['text', 'version', 'corrected_at', 'kind', 'raised_at', 'resolved_at', 'resolved_by_id'];
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - movable) <> (to_jsonb(old) - movable)
      or (new.text <> old.text and new.version <> old.version + 1)
      or (old.kind = 'POINT' and (new.kind <> 'POINT' or new.text <> old.text)) then
      raise exception 'a comment stays as it was written' using errcode = 'DR030';
    end if;
    return new;
  end if;
  if new.thread_id is not null then
    select * into first from comments where id = new.thread_id;
    if first.thread_id is not null or first.assessment_id <> new.assessment_id then
      raise exception 'an answer belongs to the first comment of a talk about the same assessment' using errcode = 'DR030';
    end if;
  end if;
  if new.written_as in ('DEG_MEMBER', 'DEG_CHAIR') and has_conflict_of_interest(new.assessment_id, new.author_id) then
    raise exception 'nobody reviews an assessment that they wrote or handed over' using errcode = 'DR031';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger comments_checked before insert or update on comments
  for each row execute function check_comment();
--> statement-breakpoint
create trigger comments_kept before delete on comments
  for each row execute function refuse_change_to_record();
--> statement-breakpoint

-- A recommendation is about the very text that was sealed.
create function check_recommendation() returns trigger language plpgsql as $$
declare
  revision assessment_revisions%rowtype;
begin
  select * into revision from assessment_revisions where id = new.revision_id for share;
  if revision.sealed_at is null or revision.content_hash <> new.content_hash then
    raise exception 'a recommendation must be about the sealed content' using errcode = 'DR032';
  end if;
  if has_conflict_of_interest(revision.assessment_id, new.user_id) then
    raise exception 'nobody reviews an assessment that they wrote or handed over' using errcode = 'DR031';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger recommendations_checked before insert on recommendations
  for each row execute function check_recommendation();
--> statement-breakpoint
create trigger recommendations_append_only before update or delete on recommendations
  for each row execute function refuse_change_to_record();
--> statement-breakpoint

create function check_deputy() returns trigger language plpgsql as $$
begin
  if has_conflict_of_interest(new.assessment_id, new.deputy_id) then
    raise exception 'a deputy must not have written the assessment or handed it over' using errcode = 'DR031';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger review_deputies_checked before insert on review_deputies
  for each row execute function check_deputy();
--> statement-breakpoint
create trigger review_deputies_append_only before update or delete on review_deputies
  for each row execute function refuse_change_to_record();
--> statement-breakpoint

-- Beside the rule that the chair never drafted it (check_signature): nor did they hand it over.
create function refuse_signature_of_conflicted_chair() returns trigger language plpgsql as $$
begin
  if new.role = 'DEG_CHAIR' and exists (
    select from assessment_revisions r where r.id = new.revision_id and has_conflict_of_interest(r.assessment_id, new.user_id)
  ) then
    raise exception 'the chair must not have drafted the assessment or handed it over' using errcode = 'DR004';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger signatures_without_conflict before insert on signatures
  for each row execute function refuse_signature_of_conflicted_chair();
