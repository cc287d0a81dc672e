import { DEMO_DEPARTMENT } from "@due-regard/database/sample-data/demo-accounts";
import { readCountyTemplate } from "@due-regard/database/sample-data/ehria/read-forms";
import { assessments } from "@due-regard/database/schema/assessments";
import { metrics, observations } from "@due-regard/database/schema/metrics";
import { departments, organisations } from "@due-regard/database/schema/organisations";
import { strategies, strategyElements } from "@due-regard/database/schema/strategies";
import { RIGHT_ROWS } from "@due-regard/domain/ehria/reference-data";
import { rightKey } from "@due-regard/domain/ehria/reference-types";
import { PROTECTED_CHARACTERISTICS } from "@due-regard/domain/ehria/vocabulary";
import { and, eq, isNull } from "drizzle-orm";
import type { ApiContext } from "../context.ts";
import { splitPlace } from "../features/assessments/evidence-place.ts";
import { linkEvidence } from "../features/assessments/link-evidence.ts";
import { type AnswerInput, saveAnswers } from "../features/assessments/save-answers.ts";
import { saveCharacteristicImpacts, saveRightImpacts } from "../features/assessments/save-impacts.ts";
import { saveImprovementAction } from "../features/assessments/save-improvement-action.ts";
import { startAssessment } from "../features/assessments/start-assessment.ts";
import { actAs, type DemoStage, done } from "./act-as.ts";
import type { DemoAssessment, DemoEvidence } from "./demo-assessment.ts";
import { dayOf } from "./demo-day.ts";

const COUNTY = "E10000018";

/** Writes the draft as its lead officer would, marked as a demonstration from the start. Returns its reference. */
export const writeDemo = async (stage: DemoStage, demo: DemoAssessment): Promise<string> => {
  const lead = await actAs(stage, "lead.officer@example.org");
  const reference = await start(stage, lead, demo);
  const answers: AnswerInput[] = Object.entries({
    ...demo.answers,
    "date-completed": { text: demo.completedOn },
  }).map(([place, answer]) => answerAt(place, answer));
  done(await saveAnswers(lead, { reference, answers }), "answer");
  await saveRows(lead, demo, reference);
  for (const evidence of demo.evidence) await cite(stage, lead, reference, evidence);
  for (const { due, objective, action, target, officer, fromQuestion } of demo.actions)
    done(
      await saveImprovementAction(lead, {
        reference,
        id: null,
        basedOnVersion: 0,
        ...{ objective, action, target, officer, fromQuestion, due: dayOf(due, stage.now) },
      }),
      "plan an action",
    );
  return reference;
};

const start = async (
  { tx }: DemoStage,
  lead: ApiContext,
  { title, startedOn }: DemoAssessment,
): Promise<string> => {
  const [department] = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(eq(departments.slug, DEMO_DEPARTMENT));
  const { key: templateKey } = await readCountyTemplate();
  const input = { title, startedOn, departmentId: department?.id ?? "", templateKey };
  const { id, reference } = done(await startAssessment(lead, input), "start an assessment");
  // No page of anybody's marks one as made up: this is the one thing that no verb does.
  await tx.update(assessments).set({ isDemo: true }).where(eq(assessments.id, id));
  return reference;
};

/** The form fills in one of these when it starts: the day of completion. */
const answerAt = (place: string, { choice, text }: { choice?: string; text?: string }): AnswerInput => {
  const { question, part } = splitPlace(place);
  const basedOnVersion = question === "date-completed" ? 1 : 0;
  return { question: question ?? "", part, choice: choice ?? null, text: text ?? null, basedOnVersion };
};

const saveRows = async (
  lead: ApiContext,
  { stage, impacts, rights }: DemoAssessment,
  reference: string,
): Promise<void> => {
  const told = PROTECTED_CHARACTERISTICS.map((characteristic) => {
    const impact = impacts.find((each) => each.characteristic === characteristic);
    return { characteristic, affected: impact !== undefined, ...impact, basedOnVersion: 0 };
  });
  done(await saveCharacteristicImpacts(lead, { reference, stage, impacts: told }), "tell of impacts");
  const engaged = RIGHT_ROWS.map(({ part, article }) => {
    const right = rights.find((each) => rightKey(each) === rightKey({ part, article }));
    return { part, article, affected: right !== undefined, ...right, basedOnVersion: 0 };
  });
  done(await saveRightImpacts(lead, { reference, stage, impacts: engaged }), "tell of rights");
};

const cite = async (
  stage: DemoStage,
  lead: ApiContext,
  reference: string,
  evidence: DemoEvidence,
): Promise<void> => {
  const { place, note = null } = evidence;
  const observationId = "figure" in evidence ? await findFigure(stage, evidence.figure) : null;
  const strategyElementId = "element" in evidence ? await findElement(stage, evidence.element) : null;
  done(
    await linkEvidence(lead, { reference, place, observationId, strategyElementId, note }),
    `cite at ${place}`,
  );
};

const findFigure = async (
  { tx }: DemoStage,
  { metric, period }: { metric: string; period: string },
): Promise<string | null> => {
  const [row] = await tx
    .select({ id: observations.id })
    .from(observations)
    .innerJoin(metrics, eq(metrics.id, observations.metricId))
    .innerJoin(organisations, eq(organisations.id, observations.organisationId))
    .where(
      and(
        eq(metrics.code, metric),
        eq(organisations.code, COUNTY),
        eq(observations.period, period),
        eq(observations.status, "ACTUAL"),
        isNull(observations.breakdownCharacteristic),
        isNull(observations.supersededAt),
      ),
    );
  return row?.id ?? null;
};

const findElement = async (
  { tx }: DemoStage,
  { strategy, key }: { strategy: string; key: string },
): Promise<string | null> => {
  const [row] = await tx
    .select({ id: strategyElements.id })
    .from(strategyElements)
    .innerJoin(strategies, eq(strategies.id, strategyElements.strategyId))
    .where(and(eq(strategies.slug, strategy), eq(strategyElements.key, key)));
  return row?.id ?? null;
};
