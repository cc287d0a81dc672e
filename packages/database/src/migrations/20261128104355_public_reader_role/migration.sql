-- From Postgres 16 on, whoever makes a role without being a superuser may hand it out but not step into it, unless it is told so: and the
-- public's connections begin by stepping into theirs (src/public-register.ts).
do $$
begin
  if current_setting('server_version_num')::int >= 160000 then
    if not pg_has_role(current_user, 'due_regard_public', 'SET') then
      execute format('grant due_regard_public to %I with set true', current_user);
    end if;
  end if;
end $$;
