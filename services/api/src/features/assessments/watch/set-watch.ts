import { metrics, observations } from "@due-regard/database/schema/metrics";
import { evidenceWatches } from "@due-regard/database/schema/watches";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import { checkThresholds } from "@due-regard/domain/ehria/watch/thresholds";
import { conflict, invalid, notAllowed, notFound, ok, type Result } from "@due-regard/domain/result";
import { eq, sql } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { once } from "../../../schema/in-transaction.ts";
import { type EvidenceLinked, subject } from "../link-evidence.ts";
import type { AssessmentHead } from "../load-head.ts";
import { recordHistory } from "../record-history.ts";
import { type AssessmentWrite, withAssessment } from "../write-to-assessment.ts";

export interface WatchInput {
  reference: string;
  /** Row id of the citation, of the revision in force. */
  linkId: string;
  /** Exact decimals, in the figure's unit. Null: nothing is watched on that side. */
  above: string | null;
  below: string | null;
  /** 0: nothing had been set. */
  basedOnVersion: number;
  idempotencyKey?: string | null | undefined;
}

/**
 * Sets what is watched of a figure that is cited, beside what is sealed: its lead may while the assessment has a lead with
 * anything to do, whoever writes it while it is written. NOT_FOUND: no such citation in the revision in force. VALIDATION: it
 * is no figure, or the bounds make no sense. CONFLICT: set otherwise since it was read.
 */
export const setWatch = async (context: ApiContext, input: WatchInput): Promise<Result<EvidenceLinked>> => {
  const written = await withAssessment(
    context,
    input.reference,
    async (write) => {
      const question = { viewer: write.viewer, key: input.idempotencyKey, operation: "watchEvidence", input };
      const done = await once(write.tx, question, () => set(write, input));
      return done.ok ? ok(undefined) : done;
    },
    mayWatch,
  );
  return written.ok ? ok({ head: written.value, linkId: input.linkId }) : written;
};

export const mayWatch = (viewer: SignedInViewer, { policySubject }: AssessmentHead): Result<void> =>
  mayOnAssessment(viewer, "assessment.watch", policySubject)
    ? ok(undefined)
    : notAllowed(
        "Its lead officer says what is watched and when it is to be reviewed; who helps to write it, while it is written.",
      );

const show = (bounds: { above: string | null; below: string | null }): string | null =>
  [bounds.above && `above ${bounds.above}`, bounds.below && `below ${bounds.below}`]
    .filter(Boolean)
    .join(", ") || null;

const set = async (write: AssessmentWrite, input: WatchInput): Promise<Result<string>> => {
  const { tx, viewer, body } = write;
  const { linkId, above, below, basedOnVersion } = input;
  const link = body.content.evidence.find(({ id }) => id === linkId)?.row;
  if (link === undefined) return notFound("There is no such citation in the revision in force.");
  if (link.observationId === null)
    return invalid([{ path: "evidence", message: "Only a figure is watched for a threshold." }]);
  const problems = checkThresholds(
    { above, below },
    { value: link.pinnedValue, display: link.pinnedDisplay },
  );
  if (problems.length > 0) return invalid(problems);
  const [before] = await tx.select().from(evidenceWatches).where(eq(evidenceWatches.linkId, linkId));
  const version = before?.version ?? 0;
  if (version !== basedOnVersion)
    return conflict([
      {
        path: "evidence",
        currentVersion: version,
        basedOnVersion,
        theirs: before === undefined ? null : show(before),
        yours: show(input),
      },
    ]);
  const values = { above, below, version: version + 1, setById: viewer.userId };
  await tx
    .insert(evidenceWatches)
    .values({ linkId, ...values })
    .onConflictDoUpdate({ target: evidenceWatches.linkId, set: { ...values, setAt: sql`now()` } });
  await record(write, linkId, link.observationId, { before: before && show(before), after: show(input) });
  return ok(linkId);
};

/** With the metric's code, so that what is past already is found at once (domain/ehria/watch/moves-evidence.ts). */
const record = async (
  { tx, context, head }: AssessmentWrite,
  linkId: string,
  observationId: string,
  change: { before: string | null | undefined; after: string | null },
): Promise<void> => {
  const [metric] = await tx
    .select({ code: metrics.code })
    .from(observations)
    .innerJoin(metrics, eq(metrics.id, observations.metricId))
    .where(eq(observations.id, observationId));
  const detail = { metric: metric?.code ?? null, before: change.before ?? null, after: change.after };
  await recordHistory(tx, context, head, [{ action: "evidence.watched", subject: subject(linkId), detail }]);
};
