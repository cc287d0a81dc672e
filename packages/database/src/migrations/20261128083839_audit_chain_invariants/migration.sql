-- The audit record as a chain: each entry's hash covers the event, its place and the hash of the entry before it, so that nothing
-- in it can be changed, taken out, put in or moved without every hash after it being wrong (docs/adr/0031-audit-chain.md).
-- The database makes the entries, so that no writer can leave one out. It does so at the commit, under the lock of the one row that
-- holds the head: by then a transaction holds every other lock that it needs, so that nobody waits for the head and is waited for.

-- What of an event is hashed: one text, the same for whoever works it out again (database/src/audit/read-chain.ts).
create function audit_entry(event audit_events) returns text language sql stable as $$
  select jsonb_build_object(
    'sequence', event.sequence,
    'at', to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actor', event.actor_id,
    'action', event.action,
    'subjectType', event.subject_type,
    'subjectId', event.subject_id,
    'assessment', event.assessment_id,
    'revision', event.revision,
    'reason', event.reason,
    'detail', event.detail,
    'request', event.request_id
  )::text
$$;
--> statement-breakpoint
create function append_to_audit_chain(event audit_events) returns void language plpgsql as $$
declare
  head audit_head%rowtype;
  place bigint;
  link text;
begin
  select * into strict head from audit_head for update;
  place := head.position + 1;
  link := encode(sha256(convert_to(head.hash || ' ' || place || ' ' || audit_entry(event), 'UTF8')), 'hex');
  insert into audit_chain (position, sequence, previous_hash, hash) values (place, event.sequence, head.hash, link);
  update audit_head set position = place, hash = link;
end $$;
--> statement-breakpoint
create function chain_audit_event() returns trigger language plpgsql as $$
begin
  perform append_to_audit_chain(new);
  return null;
end $$;
--> statement-breakpoint
insert into audit_head (position, hash) values (0, repeat('0', 64));
--> statement-breakpoint
-- What was recorded before there was a chain, in its order.
do $$
declare
  event audit_events%rowtype;
begin
  for event in select * from audit_events order by sequence loop
    perform append_to_audit_chain(event);
  end loop;
end $$;
--> statement-breakpoint
create constraint trigger audit_events_chained after insert on audit_events
  deferrable initially deferred for each row execute function chain_audit_event();
--> statement-breakpoint
create trigger audit_chain_append_only before update or delete on audit_chain
  for each row execute function refuse_change_to_record();
--> statement-breakpoint
create trigger audit_chain_no_truncate before truncate on audit_chain
  for each statement execute function refuse_change_to_record();
--> statement-breakpoint
create function keep_audit_head() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.position = old.position + 1 then
    return new;
  end if;
  raise exception 'the head of the audit record only moves on' using errcode = 'DR002';
end $$;
--> statement-breakpoint
create trigger audit_head_moves_on before update or delete on audit_head
  for each row execute function keep_audit_head();
--> statement-breakpoint
create trigger audit_head_no_truncate before truncate on audit_head
  for each statement execute function refuse_change_to_record();
