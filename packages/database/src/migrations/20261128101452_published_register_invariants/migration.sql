-- The public's own reader: it may read the register's schema and nothing else (docs/adr/0034-public-register-apart.md). Roles belong to the
-- whole cluster, so it may be there already: made by another database's migration, or by an operator whose application may not make roles.
do $$
begin
  if not exists (select from pg_roles where rolname = 'due_regard_public') then
    begin
      create role due_regard_public nologin;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'The role due_regard_public is missing, and this account may not create it'
          using hint = 'As a database administrator, run: create role due_regard_public nologin; grant due_regard_public to ' || quote_ident(current_user);
    end;
  end if;
  if not pg_has_role(current_user, 'due_regard_public', 'member') then
    execute format('grant due_regard_public to %I', current_user);
  end if;
end $$;
--> statement-breakpoint
grant usage on schema published to due_regard_public;
--> statement-breakpoint
grant select on published.entries, published.editions, published.files to due_regard_public;
--> statement-breakpoint
-- What was published can be followed by another edition, superseded or withdrawn; it can't be changed or taken out.
create trigger editions_stay before update or delete on published.editions
  for each row execute function refuse_change_to_record();
--> statement-breakpoint
create trigger editions_no_truncate before truncate on published.editions
  for each statement execute function refuse_change_to_record();
--> statement-breakpoint
create trigger files_stay before update or delete on published.files
  for each row execute function refuse_change_to_record();
--> statement-breakpoint
create trigger files_no_truncate before truncate on published.files
  for each statement execute function refuse_change_to_record();
--> statement-breakpoint
-- An address of the register stays: whatever becomes of it, it says so.
create trigger entries_stay before delete on published.entries
  for each row execute function refuse_change_to_record();
--> statement-breakpoint
create trigger entries_no_truncate before truncate on published.entries
  for each statement execute function refuse_change_to_record();
