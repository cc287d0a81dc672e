-- What observations refer to is there, and stays there: asked once for each statement and not for each row, as foreign keys
-- would be (docs/adr/0014). It holds as firmly. Who deletes waits until nobody inserts and keeps others from beginning; who
-- inserts looks after they have waited. An observation never changes what it refers to (observations_kept).
create function check_what_observations_refer_to() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct metric_id from added) a
    where not exists (select from metrics m where m.id = a.metric_id)
  ) or exists (
    select from (select distinct organisation_id from added) a
    where not exists (select from organisations o where o.id = a.organisation_id)
  ) or exists (
    select from (select distinct recorded_by_id from added where recorded_by_id is not null) a
    where not exists (select from users u where u.id = a.recorded_by_id)
  ) or exists (
    select from (select distinct import_id from added where import_id is not null) a
    where not exists (select from metric_imports i where i.id = a.import_id)
  ) then
    raise exception 'an observation must refer to what is there' using errcode = '23503';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger observations_refer after insert on observations
  referencing new table as added for each statement execute function check_what_observations_refer_to();
--> statement-breakpoint

-- The argument names the column of observations that refers to the table.
create function keep_what_observations_refer_to() returns trigger language plpgsql as $$
declare
  referred boolean;
begin
  lock table observations in share row exclusive mode;
  execute format('select exists (select from observations where %I = $1)', tg_argv[0]) into referred using old.id;
  if referred then
    raise exception 'observations refer to this (%)', tg_table_name using errcode = '23503';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger metrics_referred_to before delete or update of id on metrics
  for each row execute function keep_what_observations_refer_to('metric_id');
--> statement-breakpoint
create trigger organisations_referred_to before delete or update of id on organisations
  for each row execute function keep_what_observations_refer_to('organisation_id');
--> statement-breakpoint
create trigger users_referred_to before delete or update of id on users
  for each row execute function keep_what_observations_refer_to('recorded_by_id');
--> statement-breakpoint
create trigger metric_imports_referred_to before delete or update of id on metric_imports
  for each row execute function keep_what_observations_refer_to('import_id');
