import { evidenceLinks } from "@due-regard/database/schema/assessments";
import { metrics, observations } from "@due-regard/database/schema/metrics";
import { organisations } from "@due-regard/database/schema/organisations";
import { sources } from "@due-regard/database/schema/sources";
import { strategies, strategyElements } from "@due-regard/database/schema/strategies";
import { may } from "@due-regard/domain/access/policy";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import { questionByKey } from "@due-regard/domain/ehria/form/template";
import { periodOf } from "@due-regard/domain/metrics/period";
import { invalid, notFound, ok, type Problem, type Result } from "@due-regard/domain/result";
import { hashContent } from "@due-regard/domain/seal/hash-content";
import { and, eq } from "drizzle-orm";
import { protectObservations } from "../../access/protect-observations.ts";
import type { ApiContext } from "../../context.ts";
import { once } from "../../schema/in-transaction.ts";
import type { AssessmentHead } from "./load-head.ts";
import { recordHistory } from "./record-history.ts";
import { type AssessmentWrite, editAssessment } from "./write-to-assessment.ts";

type Maybe<Value> = Value | null | undefined;

export interface EvidenceInput {
  reference: string;
  /** "question" or "question.part". */
  place: string;
  /** Row ids; just one of the three is given. */
  observationId: string | null;
  strategyElementId: string | null;
  url?: Maybe<string>;
  note?: Maybe<string>;
  idempotencyKey?: Maybe<string>;
}

const MAXIMUM_NOTE = 1_000;
const MAXIMUM_URL = 2_000;
const MAXIMUM_LINKS = 200;

/** What is fixed at the moment of citing. */
interface Pin {
  pinnedTitle: string;
  pinnedDisplay: string;
  pinnedValue: string | null;
  pinnedPeriod: string | null;
  pinnedSource: string | null;
  pinnedOn: string | null;
}

export interface EvidenceLinked {
  head: AssessmentHead;
  linkId: string;
}

/** Cites a figure, an element of a plan or a web page in an answer, pinned as it stands now. */
export const linkEvidence = async (
  context: ApiContext,
  input: EvidenceInput,
): Promise<Result<EvidenceLinked>> => {
  let linkId = "";
  const saved = await editAssessment(context, input.reference, async (write) => {
    const problems = problemsOf(write, input);
    if (problems.length > 0) return invalid(problems);
    const pin = await pinOf(write, input);
    if (pin === null) return notFound("There is no such figure or element to cite.");
    const question = { viewer: write.viewer, key: input.idempotencyKey, operation: "linkEvidence", input };
    const added = await once(write.tx, question, () => addLink(write, input, pin));
    if (!added.ok) return added;
    linkId = added.value;
    return ok(undefined);
  });
  return saved.ok ? ok({ head: saved.value, linkId }) : saved;
};

export const splitPlace = (place: string): { question: string; part: string | null } => {
  const [question = "", ...part] = place.split(".");
  return { question, part: part.length === 0 ? null : part.join(".") };
};

const isWebAddress = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return (
    url !== null && (url.protocol === "https:" || url.protocol === "http:") && text.length <= MAXIMUM_URL
  );
};

const problemsOf = ({ body }: AssessmentWrite, input: EvidenceInput): Problem[] => {
  const { question, part } = splitPlace(input.place);
  const found = questionByKey(body.template, question);
  const knownPart = part === null || (found?.parts.some((each) => each.key === part) ?? false);
  const targets = [input.observationId, input.strategyElementId, input.url].filter(
    (target) => target != null,
  );
  const checks: [boolean, string, string][] = [
    [found !== null && knownPart, "place", "This form has no such question or part."],
    [
      found === null || kindOf(found).storedIn !== "IMPROVEMENT_ACTIONS",
      "place",
      "Evidence is cited in questions, not in the improvement plan.",
    ],
    [targets.length === 1, "observation", "Cite one thing: a figure, an element of a plan, or a web page."],
    [
      input.url == null || isWebAddress(input.url),
      "url",
      `Give a web address that starts with https://, of up to ${MAXIMUM_URL} characters.`,
    ],
    [(input.note ?? "").length <= MAXIMUM_NOTE, "note", `A note has up to ${MAXIMUM_NOTE} characters.`],
    [
      body.content.evidence.length < MAXIMUM_LINKS,
      "place",
      `An assessment cites up to ${MAXIMUM_LINKS} pieces of evidence.`,
    ],
  ];
  return checks.filter(([holds]) => !holds).map(([, path, message]) => ({ path, message }));
};

const pinOf = async (write: AssessmentWrite, input: EvidenceInput): Promise<Pin | null> => {
  // Citing shows the figure, so it asks what reading it asks.
  if (!input.url && !may(write.viewer, "performance.read")) return null;
  if (input.observationId !== null) return await pinObservation(write, input.observationId);
  if (input.strategyElementId !== null) return await pinElement(write, input.strategyElementId);
  const url = input.url ?? "";
  const today = new Date().toISOString().slice(0, 10);
  return { ...NOTHING, pinnedTitle: url, pinnedDisplay: url, pinnedOn: today };
};

const NOTHING: Pin = {
  pinnedTitle: "",
  pinnedDisplay: "",
  pinnedValue: null,
  pinnedPeriod: null,
  pinnedSource: null,
  pinnedOn: null,
};

const pinObservation = async ({ tx }: AssessmentWrite, id: string): Promise<Pin | null> => {
  const [row] = await tx
    .select({ observation: observations, metric: metrics, organisation: organisations, source: sources })
    .from(observations)
    .innerJoin(metrics, eq(metrics.id, observations.metricId))
    .innerJoin(organisations, eq(organisations.id, observations.organisationId))
    .leftJoin(sources, eq(sources.id, observations.sourceId))
    .where(eq(observations.id, id));
  if (row === undefined) return null;
  const { metric, organisation, source } = row;
  // Whoever cites it: an assessment is read by people who may not see small groups as recorded.
  const [observation] = await protectObservations(tx, null, [row.observation]);
  if (observation == null) return null;
  return {
    pinnedTitle: `${metric.title} (${metric.code}), ${organisation.name}, ${periodOf(observation.period).label}${groupOf(observation)}`,
    pinnedDisplay: observation.display,
    pinnedValue: observation.value,
    pinnedPeriod: observation.period,
    pinnedSource: source?.title ?? null,
    pinnedOn: row.observation.periodEnd,
  };
};

const groupOf = ({ breakdownCategory }: { breakdownCategory?: string | null }): string =>
  breakdownCategory ? `, ${breakdownCategory}` : "";

const pinElement = async ({ tx }: AssessmentWrite, id: string): Promise<Pin | null> => {
  const [row] = await tx
    .select({ element: strategyElements, strategy: strategies })
    .from(strategyElements)
    .innerJoin(strategies, eq(strategies.id, strategyElements.strategyId))
    .where(eq(strategyElements.id, id));
  if (row === undefined) return null;
  const { element, strategy } = row;
  const title = `${strategy.title}: ${element.title}`;
  return {
    ...NOTHING,
    pinnedTitle: title,
    pinnedDisplay: element.text ?? element.title,
    pinnedOn: strategy.startsOn,
  };
};

const addLink = async (write: AssessmentWrite, input: EvidenceInput, pin: Pin): Promise<Result<string>> => {
  const { tx, viewer, head, context } = write;
  const { observationId, strategyElementId } = input;
  const [row] = await tx
    .insert(evidenceLinks)
    .values({
      revisionId: head.revisionId,
      ...splitPlace(input.place),
      observationId,
      strategyElementId,
      url: input.url ?? null,
      note: input.note ?? null,
      ...pin,
      pinnedHash: hashContent(pin),
      addedById: viewer.userId,
    })
    .returning({ id: evidenceLinks.id });
  if (row === undefined) throw new Error("The link was not stored");
  const detail = { place: input.place, ...pin };
  await recordHistory(tx, context, head, [{ action: "evidence.cited", subject: subject(row.id), detail }]);
  return ok(row.id);
};

const subject = (id: string) => ({ type: "evidence-link" as const, id });

/** Takes a citation out of a draft. Taking out one that is gone already changes nothing and is no error. */
export const unlinkEvidence = (
  context: ApiContext,
  { reference, linkId }: { reference: string; linkId: string },
): Promise<Result<AssessmentHead>> =>
  editAssessment(context, reference, async ({ tx, head }) => {
    const removed = await tx
      .delete(evidenceLinks)
      .where(and(eq(evidenceLinks.id, linkId), eq(evidenceLinks.revisionId, head.revisionId)))
      .returning();
    const entries = removed.map((row) => ({
      action: "evidence.removed" as const,
      subject: subject(row.id),
      detail: { question: row.question, part: row.part, display: row.pinnedDisplay },
    }));
    await recordHistory(tx, context, head, entries);
    return ok(undefined);
  });
