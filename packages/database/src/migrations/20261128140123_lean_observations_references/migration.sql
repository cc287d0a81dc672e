-- Sources are asked for with the rest, once for each statement: a foreign key asks for each row, also where none is named.
-- What was added is read once, and not once for each table that it refers to.
create or replace function check_what_observations_refer_to() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct metric_id, organisation_id, source_id, recorded_by_id, import_id from added) a
    where not exists (select from metrics m where m.id = a.metric_id)
      or not exists (select from organisations o where o.id = a.organisation_id)
      or a.source_id is not null and not exists (select from sources s where s.id = a.source_id)
      or a.recorded_by_id is not null and not exists (select from users u where u.id = a.recorded_by_id)
      or a.import_id is not null and not exists (select from metric_imports i where i.id = a.import_id)
  ) then
    raise exception 'an observation must refer to what is there' using errcode = '23503';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger sources_referred_to before delete or update of id on sources
  for each row execute function keep_what_observations_refer_to('source_id');
