-- Why a review is due, and how an action gets on, are a record: only ever added to.
create trigger review_causes_append_only before update or delete on review_causes
  for each row execute function refuse_change_to_record();
--> statement-breakpoint
create trigger equality_action_notes_append_only before update or delete on equality_action_notes
  for each row execute function refuse_change_to_record();
--> statement-breakpoint

-- What becomes of an action hangs under the first row of its line, of the same assessment, and stays there.
create function check_equality_action() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.id <> old.id or new.assessment_id <> old.assessment_id) then
    raise exception 'an equality action stays with its assessment' using errcode = 'DR036';
  end if;
  if not exists (
    select from improvement_actions i join assessment_revisions r on r.id = i.revision_id
    where i.id = new.id and i.origin_id is null and r.assessment_id = new.assessment_id
  ) then
    raise exception 'an equality action is named by the first row of its line' using errcode = 'DR036';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger equality_actions_checked before insert or update on equality_actions
  for each row execute function check_equality_action();
--> statement-breakpoint
create trigger equality_actions_kept before delete on equality_actions
  for each row execute function refuse_change_to_record();
--> statement-breakpoint

-- A threshold belongs to a figure.
create function check_evidence_watch() returns trigger language plpgsql as $$
begin
  if not exists (select from evidence_links l where l.id = new.link_id and l.observation_id is not null) then
    raise exception 'only a figure that is cited is watched for a threshold' using errcode = 'DR037';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger evidence_watches_checked before insert or update on evidence_watches
  for each row execute function check_evidence_watch();
