import type { Transaction } from "@due-regard/database/connection";
import { metricDefinitions, metrics } from "@due-regard/database/schema/metrics";
import { may } from "@due-regard/domain/access/policy";
import { checkMetric, type MetricDraft } from "@due-regard/domain/metrics/check-metric";
import type { Accumulation, Aim, Unit } from "@due-regard/domain/metrics/vocabulary";
import { invalid, notAllowed, ok, type Result } from "@due-regard/domain/result";
import { and, eq, or } from "drizzle-orm";
import type { ApiContext } from "../../context.ts";
import { inTransaction, once, recordAudit } from "../../schema/in-transaction.ts";
import type { Maybe } from "../../schema/maybe.ts";

export interface DefineMetricInput {
  code: string;
  framework: string;
  /** Default: the code. */
  officialCode?: Maybe<string>;
  title: string;
  description?: Maybe<string>;
  aim: Aim;
  unit: Unit;
  accumulation: Accumulation;
  tags?: Maybe<string[]>;
  numeratorLabel?: Maybe<string>;
  denominatorLabel?: Maybe<string>;
  similarWithin?: Maybe<string>;
  definition: string;
  validFrom?: Maybe<string>;
  idempotencyKey?: Maybe<string>;
}

/** Adds a metric with its first definition. A code that is taken is a problem. Answers with the row's id. */
export const defineMetric = async (
  context: ApiContext,
  input: DefineMetricInput,
): Promise<Result<string>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed("Sign in to define a metric.");
  if (!may(viewer, "performance.write")) return notAllowed("Analysts define metrics.");
  return await inTransaction(context, (tx) =>
    once(tx, { viewer, key: input.idempotencyKey, operation: "defineMetric", input }, () =>
      add(tx, context, input),
    ),
  );
};

const add = async (
  tx: Transaction,
  context: ApiContext,
  input: DefineMetricInput,
): Promise<Result<string>> => {
  const { definition, ...draft } = draftOf(input);
  const problems = checkMetric({ ...draft, definition });
  if (problems.length > 0) return invalid(problems);
  const { aim, unit, accumulation } = input;
  const [metric] = await tx
    .insert(metrics)
    .values({ ...draft, tags: [...draft.tags], aim, unit, accumulation })
    .onConflictDoNothing()
    .returning();
  if (metric === undefined) return await refuseTaken(tx, draft);
  await tx
    .insert(metricDefinitions)
    .values({ metricId: metric.id, text: definition, validFrom: input.validFrom ?? null });
  await recordAudit(tx, context, [
    {
      action: "metric.defined",
      subjectType: "metric",
      subjectId: metric.id,
      detail: { ...draft, definition, aim, unit, accumulation },
    },
  ]);
  return ok(metric.id);
};

const refuseTaken = async (
  tx: Transaction,
  { code, framework, officialCode }: Pick<MetricDraft, "code" | "framework" | "officialCode">,
): Promise<Result<string>> => {
  const [taken] = await tx
    .select()
    .from(metrics)
    .where(
      or(
        eq(metrics.code, code),
        and(eq(metrics.framework, framework), eq(metrics.officialCode, officialCode)),
      ),
    );
  const path = taken?.code === code ? "code" : "officialCode";
  return invalid([{ path, message: `“${taken?.title}” has this code already.` }]);
};

const draftOf = (input: DefineMetricInput): MetricDraft => ({
  code: input.code.trim(),
  framework: input.framework.trim(),
  officialCode: (input.officialCode ?? input.code).trim(),
  title: input.title.trim(),
  description: input.description?.trim() || null,
  tags: input.tags ?? [],
  numeratorLabel: input.numeratorLabel?.trim() || null,
  denominatorLabel: input.denominatorLabel?.trim() || null,
  similarWithin: input.similarWithin ?? null,
  definition: input.definition.trim(),
});
