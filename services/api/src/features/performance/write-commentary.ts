import type { Transaction } from "@due-regard/database/connection";
import type { CommentaryRow } from "@due-regard/database/read-models/figures";
import { commentary } from "@due-regard/database/schema/metrics";
import { JUDGEMENT_LIMITS } from "@due-regard/domain/metrics/judgement-limits";
import { invalid, type Problem, type Result } from "@due-regard/domain/result";
import { and, asc, eq } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import type { Maybe } from "../../schema/maybe.ts";
import { type FigureSubject, figureColumns, type SubjectNames, subjectDetail } from "./figure-subjects.ts";
import { reviseFigure } from "./revise-figure.ts";
import {
  type FigureWrite,
  type FigureWritten,
  theOnly,
  type WriteOptions,
  writeFigures,
} from "./write-figures.ts";

export interface WriteCommentaryInput extends SubjectNames {
  data?: Maybe<string>;
  review?: Maybe<string>;
  action?: Maybe<string>;
  /** `writtenAt` of the writer's own earlier text that they saw; none: they had written nothing. */
  basedOnWrittenAt?: Maybe<string>;
  idempotencyKey?: Maybe<string>;
}

const PARTS = ["data", "review", "action"] as const;
type Texts = Record<(typeof PARTS)[number], string | null>;

/**
 * Writes commentary on a metric for a period: one per author, whose new text supersedes their earlier one. The same words
 * again make no revision.
 */
export const writeCommentary = async (
  context: ApiContext,
  input: WriteCommentaryInput,
  options: WriteOptions,
): Promise<Result<FigureWritten<CommentaryRow>>> => {
  const write: FigureWrite<CommentaryRow> = {
    operation: "writeCommentary",
    act: "performance.judge",
    signIn: "Sign in to write commentary.",
    input,
    names: [input],
    write: (tx, subjects, viewer) => keep(tx, context, { viewer, subject: theOnly(subjects), input }),
    load: async (tx, id) => theOnly(await tx.select().from(commentary).where(eq(commentary.id, id))),
  };
  return await writeFigures(context, write, options);
};

interface CommentaryToKeep {
  viewer: SignedInViewer;
  subject: FigureSubject;
  input: WriteCommentaryInput;
}

const keep = async (
  tx: Transaction,
  context: ApiContext,
  { viewer, subject, input }: CommentaryToKeep,
): Promise<Result<string>> => {
  const texts = textsOf(input);
  const problems = problemsOf(texts);
  if (problems.length > 0) return invalid(problems);
  return await reviseFigure(tx, context, {
    versions: await loadOwn(tx, subject, viewer),
    basedOn: input.basedOnWrittenAt ?? null,
    isSame: (current) => PARTS.every((part) => current[part] === texts[part]),
    stale: {
      path: "commentary",
      message: "You wrote this anew elsewhere in the meantime",
      theirs: show,
      yours: show(texts),
    },
    supersede: async (id, at) =>
      await tx.update(commentary).set({ supersededAt: at }).where(eq(commentary.id, id)),
    insert: async (recordedAt) => {
      const { userId } = viewer;
      const row = { ...figureColumns(subject), ...texts, authorId: userId, recordedById: userId, recordedAt };
      return await tx.insert(commentary).values(row).returning();
    },
    audit: (current) => ({
      action: "commentary.written",
      subjectType: "commentary",
      detail: { ...subjectDetail(subject), ...texts, supersedes: current?.id ?? null },
    }),
  });
};

const loadOwn = async (
  tx: Transaction,
  { metric, organisation, period }: FigureSubject,
  viewer: SignedInViewer,
) =>
  await tx
    .select()
    .from(commentary)
    .where(
      and(
        eq(commentary.metricId, metric.id),
        eq(commentary.organisationId, organisation.id),
        eq(commentary.period, period.code),
        eq(commentary.authorId, viewer.userId),
      ),
    )
    .orderBy(asc(commentary.recordedAt));

const textsOf = (input: WriteCommentaryInput): Texts => ({
  data: input.data?.trim() || null,
  review: input.review?.trim() || null,
  action: input.action?.trim() || null,
});

const problemsOf = (texts: Texts): Problem[] => {
  if (PARTS.every((part) => texts[part] === null))
    return [{ path: "data", message: "Write at least one of the three: data, review or action." }];
  return PARTS.filter((part) => (texts[part] ?? "").length > JUDGEMENT_LIMITS.commentary).map((path) => ({
    path,
    message: `Use ${JUDGEMENT_LIMITS.commentary} characters or fewer.`,
  }));
};

const show = (texts: Texts): string => PARTS.flatMap((part) => texts[part] ?? []).join("\n");
