-- Progress notes are a record of what was said when.
create trigger progress_notes_append_only before update or delete on progress_notes
  for each row execute function refuse_change_to_record();
--> statement-breakpoint

-- A revision that a later one supersedes was current for a while: otherwise no instant could show it.
alter table observations add constraint observations_current_for_a_while check (superseded_at > recorded_at);
--> statement-breakpoint
alter table targets add constraint targets_current_for_a_while check (superseded_at > recorded_at);
--> statement-breakpoint
alter table ratings add constraint ratings_current_for_a_while check (superseded_at > recorded_at);
--> statement-breakpoint
alter table commentary add constraint commentary_current_for_a_while check (superseded_at > recorded_at);
--> statement-breakpoint

-- What a committee has seen stays as it saw it: the rows of a reported dashboard, and the edition itself.
create function refuse_change_to_reported_dashboard() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'dashboard_editions' then
    if old.reported_on is not null then
      raise exception 'a dashboard that was reported cannot change' using errcode = 'DR007';
    end if;
  elsif exists (select from dashboard_editions e where e.id = old.edition_id and e.reported_on is not null) then
    raise exception 'the rows of a dashboard that was reported cannot change' using errcode = 'DR007';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger dashboard_editions_reported before update or delete on dashboard_editions
  for each row execute function refuse_change_to_reported_dashboard();
--> statement-breakpoint
create trigger dashboard_rows_reported before update or delete on dashboard_rows
  for each row execute function refuse_change_to_reported_dashboard();
