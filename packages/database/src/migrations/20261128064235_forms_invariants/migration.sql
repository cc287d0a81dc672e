-- An assessment stays on the form that it was started on. It may move to another published version of that same form, and
-- only while its revision in force is being written: what was signed was signed on the version that it names.
create function refuse_change_of_form() returns trigger language plpgsql as $$
declare
  old_key text;
  target form_templates%rowtype;
begin
  if new.template_id = old.template_id then
    return new;
  end if;
  select key into old_key from form_templates where id = old.template_id;
  select * into target from form_templates where id = new.template_id;
  if target.published_at is null or target.key <> old_key then
    raise exception 'an assessment moves between published versions of one form alone' using errcode = 'DR020';
  end if;
  if exists (
    select from assessment_revisions r
    where r.assessment_id = new.id and r.number = new.revision and r.sealed_at is not null
  ) then
    raise exception 'the form of a sealed revision cannot change' using errcode = 'DR020';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger assessments_keep_their_form before update of template_id on assessments
  for each row execute function refuse_change_of_form();
