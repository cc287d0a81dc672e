import type { Executor } from "@due-regard/database/connection";
import { assessments } from "@due-regard/database/schema/assessments";
import type { Viewer } from "@due-regard/domain/access/roles";
import { COPY_BECAME } from "@due-regard/domain/ehria/copying/copied-text";
import { placePath } from "@due-regard/domain/ehria/form/completeness";
import { inArray } from "drizzle-orm";
import { dayOf } from "../../../documents/assessment/words.ts";
import type { AssessmentBody } from "../load-body.ts";
import { loadHeads } from "../load-head.ts";
import { originsOf } from "./answer-origin.ts";

/**
 * Where words of each answer were copied from, in sentences, by the answer's path: what the pages say beside it, for a document. Of an
 * assessment that the reader may not read it is said that words were copied, and not from where.
 *
 * @param nameOf the name of a person, by their id
 */
export const sayOrigins = async (
  db: Executor,
  viewer: Viewer | null,
  { copies, content }: AssessmentBody,
  nameOf: (userId: string) => string,
): Promise<Map<string, readonly string[]>> => {
  const sources = [...new Set(copies.map(({ fromAssessmentId }) => fromAssessmentId))];
  const heads =
    sources.length === 0 ? [] : await loadHeads(db, viewer, { where: inArray(assessments.id, sources) });
  const sourceOf = (id: string, revision: number): string => {
    const head = heads.find((each) => each.id === id);
    if (head === undefined) return "another assessment";
    return `${head.reference} ${head.title}${revision > 1 ? ` (revision ${revision})` : ""}`;
  };
  return new Map(
    content.answers.map((answer) => {
      const { question, part } = answer;
      const said = originsOf(copies, answer).flatMap(({ row, state }) => {
        const became = COPY_BECAME[state];
        if (became === null) return [];
        const { fromAssessmentId, fromRevision, copiedById, copiedAt } = row;
        const source = sourceOf(fromAssessmentId, fromRevision);
        return [`Copied from ${source} by ${nameOf(copiedById)} on ${dayOf(copiedAt)}${became}`];
      });
      return [placePath({ section: null, question, part, field: null }), said] as const;
    }),
  );
};
