-- Presence is no record: without the log it costs next to nothing, and a crash of Postgres leaves it empty.
alter table assessment_presence set unlogged;
--> statement-breakpoint

-- Who held which role, and who drafted what, when: a row may be ended once, and is otherwise never changed or removed.
create function refuse_change_to_grant() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.revoked_at is not null
    or (to_jsonb(new) - 'revoked_at' - 'revoked_by_id') <> (to_jsonb(old) - 'revoked_at' - 'revoked_by_id') then
    raise exception 'a role ends, and is never taken back (%)', tg_table_name using errcode = 'DR002';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger role_grants_kept before update or delete on role_grants
  for each row execute function refuse_change_to_grant();
--> statement-breakpoint
create function refuse_change_to_drafter() returns trigger language plpgsql as $$
begin
  if old.removed_at is not null
    or (to_jsonb(new) - 'removed_at' - 'removed_by_id') <> (to_jsonb(old) - 'removed_at' - 'removed_by_id') then
    raise exception 'who drafted an assessment stays on record (%)', tg_table_name using errcode = 'DR002';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger assessment_people_ended_once before update on assessment_people
  for each row execute function refuse_change_to_drafter();
--> statement-breakpoint

-- Tells every API process, once the transaction has committed, that something happened: ids only, never a text.
-- On assessments, between which entries of the record; on people, whose account or roles changed.
create function announce_record() returns trigger language plpgsql as $$
begin
  perform pg_notify('due_regard', json_build_object('assessment', assessment_id, 'first', min(sequence), 'last', max(sequence))::text)
  from added where assessment_id is not null group by assessment_id;
  perform pg_notify('due_regard', json_build_object('person', subject_id)::text)
  from added where subject_type = 'USER' and action <> 'SIGN_IN' group by subject_id;
  return null;
end $$;
--> statement-breakpoint
create trigger audit_events_announced after insert on audit_events
  referencing new table as added for each statement execute function announce_record();
