-- Invariants that no program path may step round. Each refusal says which rule it holds.

-- Sealed content: once a revision is submitted, neither it nor any row of it changes (design/security.md).
-- The share lock makes a save wait for a seal that is under way, and a seal wait for saves that are under way.
create function refuse_change_to_sealed_content() returns trigger language plpgsql as $$
declare
  owner uuid := case when tg_op = 'DELETE' then old.revision_id else new.revision_id end;
  sealed timestamptz;
begin
  select sealed_at into sealed from assessment_revisions where id = owner for share;
  if sealed is not null or (tg_op = 'UPDATE' and old.revision_id <> new.revision_id) then
    raise exception 'sealed content cannot change (%)', tg_table_name using errcode = 'DR001';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger answers_sealed before insert or update or delete on answers
  for each row execute function refuse_change_to_sealed_content();
--> statement-breakpoint
create trigger characteristic_impacts_sealed before insert or update or delete on characteristic_impacts
  for each row execute function refuse_change_to_sealed_content();
--> statement-breakpoint
create trigger right_impacts_sealed before insert or update or delete on right_impacts
  for each row execute function refuse_change_to_sealed_content();
--> statement-breakpoint
create trigger evidence_links_sealed before insert or update or delete on evidence_links
  for each row execute function refuse_change_to_sealed_content();
--> statement-breakpoint
create trigger improvement_actions_sealed before insert or update or delete on improvement_actions
  for each row execute function refuse_change_to_sealed_content();
--> statement-breakpoint

create function refuse_change_to_sealed_revision() returns trigger language plpgsql as $$
begin
  if old.sealed_at is not null then
    raise exception 'a sealed revision cannot change' using errcode = 'DR001';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger assessment_revisions_sealed before update or delete on assessment_revisions
  for each row execute function refuse_change_to_sealed_revision();
--> statement-breakpoint

-- Rows that are a record of what happened.
create function refuse_change_to_record() returns trigger language plpgsql as $$
begin
  raise exception 'this record is only ever added to (%)', tg_table_name using errcode = 'DR002';
end $$;
--> statement-breakpoint
create trigger audit_events_append_only before update or delete on audit_events
  for each row execute function refuse_change_to_record();
--> statement-breakpoint
create trigger audit_events_no_truncate before truncate on audit_events
  for each statement execute function refuse_change_to_record();
--> statement-breakpoint
create trigger signatures_append_only before update or delete on signatures
  for each row execute function refuse_change_to_record();
--> statement-breakpoint
create trigger assessment_people_kept before delete on assessment_people
  for each row execute function refuse_change_to_record();
--> statement-breakpoint

-- A signature covers a sealed revision and its very hash; the chair never drafted the assessment, now or earlier.
create function check_signature() returns trigger language plpgsql as $$
declare
  revision assessment_revisions%rowtype;
begin
  select * into revision from assessment_revisions where id = new.revision_id for share;
  if revision.sealed_at is null or revision.content_hash <> new.content_hash then
    raise exception 'a signature must cover the sealed content' using errcode = 'DR003';
  end if;
  if new.role = 'DEG_CHAIR' and exists (
    select from assessment_people p where p.assessment_id = revision.assessment_id and p.user_id = new.user_id
  ) then
    raise exception 'the chair must not have drafted the assessment' using errcode = 'DR004';
  end if;
  if new.role = 'LEAD_OFFICER' and not exists (
    select from assessment_people p
    where p.assessment_id = revision.assessment_id and p.user_id = new.user_id and p.role = 'LEAD' and p.removed_at is null
  ) then
    raise exception 'only the lead officer signs first' using errcode = 'DR004';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger signatures_checked before insert on signatures
  for each row execute function check_signature();
--> statement-breakpoint

-- Figures are never overwritten: the only change a revision may see is that a later one supersedes it (design/domain.md §1).
create function refuse_overwriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.superseded_at is not null
    or (to_jsonb(new) - 'superseded_at') <> (to_jsonb(old) - 'superseded_at') then
    raise exception 'figures are superseded, never overwritten (%)', tg_table_name using errcode = 'DR005';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger observations_kept before update or delete on observations
  for each row execute function refuse_overwriting();
--> statement-breakpoint
create trigger targets_kept before update or delete on targets
  for each row execute function refuse_overwriting();
--> statement-breakpoint
create trigger ratings_kept before update or delete on ratings
  for each row execute function refuse_overwriting();
--> statement-breakpoint
create trigger commentary_kept before update or delete on commentary
  for each row execute function refuse_overwriting();
--> statement-breakpoint
create trigger benchmarks_kept before update or delete on benchmarks
  for each row execute function refuse_overwriting();
--> statement-breakpoint
create trigger reported_standings_kept before update or delete on reported_standings
  for each row execute function refuse_overwriting();
--> statement-breakpoint

-- A published form never changes (design/domain.md §3).
create function refuse_change_to_published_template() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    raise exception 'a published form cannot change' using errcode = 'DR006';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger form_templates_published before update or delete on form_templates
  for each row execute function refuse_change_to_published_template();
--> statement-breakpoint

create function refuse_change_to_published_form() returns trigger language plpgsql as $$
declare
  row_before jsonb := case when tg_op = 'INSERT' then to_jsonb(new) else to_jsonb(old) end;
  template uuid;
begin
  if tg_table_name = 'form_parts' then
    select q.template_id into template from form_questions q where q.id = (row_before ->> 'question_id')::uuid;
  else
    template := (row_before ->> 'template_id')::uuid;
  end if;
  if exists (select from form_templates t where t.id = template and t.published_at is not null) then
    raise exception 'a published form cannot change (%)', tg_table_name using errcode = 'DR006';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger form_sections_published before insert or update or delete on form_sections
  for each row execute function refuse_change_to_published_form();
--> statement-breakpoint
create trigger form_questions_published before insert or update or delete on form_questions
  for each row execute function refuse_change_to_published_form();
--> statement-breakpoint
create trigger form_parts_published before insert or update or delete on form_parts
  for each row execute function refuse_change_to_published_form();
