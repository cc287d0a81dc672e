import type { Remark, Thread } from "@due-regard/domain/ehria/review/comment";

/** As much of a talk as it takes to know whether the chair's point was answered. */
export type OpenPoint = Pick<Thread, "question" | "part" | "text" | "kind" | "raisedAt" | "resolvedAt"> & {
  replies: Pick<Remark, "writtenAs" | "writtenAt">[];
};

/** A subselect: the chair's points about an assessment that are not settled, in the order in which they were made. */
export const openPointsOf = (assessment: string): string => `select coalesce(json_agg(json_build_object(
    'question', c.question, 'part', c.part, 'text', c.text, 'kind', c.kind, 'raisedAt', c.raised_at, 'resolvedAt', c.resolved_at,
    'replies', (select coalesce(json_agg(json_build_object('writtenAs', r.written_as, 'writtenAt', r.written_at) order by r.written_at), '[]')
      from comments r where r.thread_id = c.id and r.assessment_id = ${assessment})) order by c.written_at), '[]')
  from comments c where c.assessment_id = ${assessment} and c.kind = 'POINT' and c.resolved_at is null`;
