-- Who reviews an assessment and who writes it are different people, whichever came first: has_conflict_of_interest keeps whoever wrote it
-- from reviewing it, and this keeps whoever reviewed it from coming to write it. What stands from before stays.
create function has_reviewed(assessment uuid, person uuid) returns boolean language sql stable as $$
  select exists (
      select from signatures s join assessment_revisions r on r.id = s.revision_id
      where r.assessment_id = assessment and s.user_id = person and s.role = 'DEG_CHAIR')
    or exists (
      select from recommendations e join assessment_revisions r on r.id = e.revision_id
      where r.assessment_id = assessment and e.user_id = person)
    or exists (select from review_deputies d where d.assessment_id = assessment and d.deputy_id = person)
    or exists (
      select from comments c
      where c.assessment_id = assessment and c.author_id = person and c.written_as in ('DEG_MEMBER', 'DEG_CHAIR'))
$$;
--> statement-breakpoint
create function refuse_reviewer_as_writer() returns trigger language plpgsql as $$
begin
  if has_reviewed(new.assessment_id, new.user_id) then
    raise exception 'nobody writes an assessment that they reviewed' using errcode = 'DR031';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger assessment_people_no_reviewers before insert on assessment_people
  for each row execute function refuse_reviewer_as_writer();
