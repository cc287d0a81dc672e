-- Where words of an answer were copied from is a record of the revision that they stand in: added while it is written, and never
-- changed (docs/adr/0038-copied-answers.md).
create trigger answer_copies_sealed before insert on answer_copies
  for each row execute function refuse_change_to_sealed_content();
--> statement-breakpoint
create trigger answer_copies_append_only before update or delete on answer_copies
  for each row execute function refuse_change_to_record();
