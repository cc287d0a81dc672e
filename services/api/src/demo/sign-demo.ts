import type { ApiContext } from "../context.ts";
import { statementFor } from "../features/assessments/actions.graphql.ts";
import { workflowStateOf } from "../features/assessments/judge-assessment.ts";
import { loadBody } from "../features/assessments/load-body.ts";
import { loadCase } from "../features/assessments/load-case.ts";
import { type AssessmentHead, loadHeadByReference } from "../features/assessments/load-head.ts";
import { recommend } from "../features/assessments/review/recommend.ts";
import { transitionAssessment } from "../features/assessments/transition-assessment.ts";
import { actAs, DemoRefused, type DemoStage, done } from "./act-as.ts";
import type { DemoAssessment } from "./demo-assessment.ts";

/** The assessment as whoever acts is shown it. */
export const shown = async (
  { tx }: DemoStage,
  { viewer }: ApiContext,
  reference: string,
): Promise<AssessmentHead> => {
  const head = await loadHeadByReference(tx, viewer, reference);
  if (head === null) throw new DemoRefused(`The demonstration can't see ${reference}`);
  return head;
};

/** Signed and submitted, recommended, and signed off: each by another of the demo people, over the hash that they are shown. */
export const signDemo = async (
  stage: DemoStage,
  { recommendation: reason }: DemoAssessment,
  reference: string,
): Promise<void> => {
  await sign(stage, "lead.officer@example.org", reference, "SUBMIT");
  const member = await actAs(stage, "deg.member@example.org");
  const displayedHash = (await shown(stage, member, reference)).sealedHash ?? "";
  done(
    await recommend(member, { reference, recommendation: "SIGN_OFF", reason, displayedHash }),
    "recommend it",
  );
  await sign(stage, "deg.chair@example.org", reference, "SIGN_OFF");
};

const sign = async (
  stage: DemoStage,
  email: string,
  reference: string,
  action: "SUBMIT" | "SIGN_OFF",
): Promise<void> => {
  const context = await actAs(stage, email);
  const head = await shown(stage, context, reference);
  const { contentHash } = workflowStateOf(await loadCase(stage.tx, head, await loadBody(stage.tx, head)));
  const statement = await statementFor(head, context);
  done(
    await transitionAssessment(context, { reference, action, displayedHash: contentHash, statement }),
    action,
  );
};
