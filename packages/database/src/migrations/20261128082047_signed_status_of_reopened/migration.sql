-- Assessments that were reopened before there was a place to say so: their last signed revision is shown again.
update assessments a set signed_status = 'SIGNED_OFF'
where a.status in ('CHANGES_REQUESTED', 'IN_REVIEW') and exists (
  select from assessment_revisions r join signatures s on s.revision_id = r.id and s.role = 'DEG_CHAIR'
  where r.assessment_id = a.id and r.number < a.revision
);
