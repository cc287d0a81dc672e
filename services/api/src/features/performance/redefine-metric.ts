import type { Transaction } from "@due-regard/database/connection";
import { metricDefinitions, metrics } from "@due-regard/database/schema/metrics";
import { may } from "@due-regard/domain/access/policy";
import { addDays } from "@due-regard/domain/metrics/calendar";
import { invalid, notAllowed, ok, type Problem, type Result } from "@due-regard/domain/result";
import { desc, eq, sql } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { inTransaction, once, recordAudit } from "../../schema/in-transaction.ts";

export interface RedefineMetricInput {
  metric: string;
  /** First day of the new definition. */
  validFrom: string;
  definition: string;
  breakNote: string;
  idempotencyKey?: string | null | undefined;
}

const LIMITS = { definition: 4_000, breakNote: 1_000 } as const;

/**
 * Gives a metric a new dated definition, which is a break in its series (domain.md §1); the one before ends the day
 * before. Answers with the metric's row id.
 */
export const redefineMetric = async (
  context: ApiContext,
  input: RedefineMetricInput,
): Promise<Result<string>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to redefine a metric.");
  if (!may(viewer, "performance.write")) return notAllowed("Analysts define metrics.");
  return await inTransaction(context, (tx) =>
    once(tx, { viewer, key: input.idempotencyKey, operation: "redefineMetric", input }, () =>
      redefine(tx, context, input),
    ),
  );
};

const redefine = async (
  tx: Transaction,
  context: ApiContext,
  input: RedefineMetricInput,
): Promise<Result<string>> => {
  const [metric] = await tx.select().from(metrics).where(eq(metrics.code, input.metric)).for("no key update");
  if (metric === undefined)
    return invalid([{ path: "metric", message: `No metric has the code “${input.metric}”.` }]);
  const [last] = await tx
    .select()
    .from(metricDefinitions)
    .where(eq(metricDefinitions.metricId, metric.id))
    .orderBy(sql`${metricDefinitions.validFrom} desc nulls last`, desc(metricDefinitions.id))
    .limit(1);
  const problems = problemsOf(input, last?.validFrom ?? null);
  if (problems.length > 0) return invalid(problems);
  const { validFrom } = input;
  if (last !== undefined)
    await tx
      .update(metricDefinitions)
      .set({ validTo: addDays(validFrom, -1) })
      .where(eq(metricDefinitions.id, last.id));
  const words = { text: input.definition.trim(), breakNote: input.breakNote.trim() };
  await tx.insert(metricDefinitions).values({ metricId: metric.id, validFrom, ...words });
  const detail = { metric: metric.code, validFrom, ...words, before: last?.text ?? null };
  await recordAudit(tx, context, [
    {
      action: "metric.redefined",
      subjectType: "metric",
      subjectId: metric.id,
      reason: words.breakNote,
      detail,
    },
  ]);
  return ok(metric.id);
};

const problemsOf = (input: RedefineMetricInput, lastFrom: string | null): Problem[] => {
  const texts = (["definition", "breakNote"] as const).map((path): [boolean, string, string] => {
    const { length } = input[path].trim();
    return [length > 0 && length <= LIMITS[path], path, `Write from 1 to ${LIMITS[path]} characters.`];
  });
  const rules: [holds: boolean, path: string, message: string][] = [
    [
      // A definition holds for two days at the least: the database keeps its ends apart.
      lastFrom === null || input.validFrom > addDays(lastFrom, 1),
      "validFrom",
      `The definition in force began on ${lastFrom}: a new one begins after that.`,
    ],
    ...texts,
  ];
  return rules.filter(([holds]) => !holds).map(([, path, message]) => ({ path, message }));
};
