import type { Hit } from "@due-regard/domain/ehria/publication/hit";
import { loadBody } from "../features/assessments/load-body.ts";
import {
  decideRedactions,
  type RedactionInput,
} from "../features/assessments/publication/decide-redactions.ts";
import { loadPrepared, loadPublication } from "../features/assessments/publication/load-publication.ts";
import { preparePublication } from "../features/assessments/publication/prepare-publication.ts";
import { transitionAssessment } from "../features/assessments/transition-assessment.ts";
import { actAs, type DemoStage, done } from "./act-as.ts";
import type { DemoAssessment } from "./demo-assessment.ts";
import { shown } from "./sign-demo.ts";

/** A member decides about each passage and prepares the copy. */
export const prepareDemo = async (
  stage: DemoStage,
  demo: DemoAssessment,
  reference: string,
): Promise<void> => {
  const member = await actAs(stage, "deg.member@example.org");
  const head = await shown(stage, member, reference);
  const view = await loadPublication(stage.tx, head, await loadBody(stage.tx, head));
  const decisions = (view?.open ?? []).map((hit) => decisionOf(demo, hit));
  if (decisions.length > 0) done(await decideRedactions(member, { reference, decisions }), "decide");
  done(await preparePublication(member, { reference }), "prepare it for the public");
};

/** The chair, who had no part in the copy, publishes those very bytes. */
export const publishDemo = async (stage: DemoStage, reference: string): Promise<void> => {
  const chair = await actAs(stage, "deg.chair@example.org");
  const { revisionId } = await shown(stage, chair, reference);
  const displayedHash = (await loadPrepared(stage.tx, revisionId))?.publicationHash ?? null;
  done(await transitionAssessment(chair, { reference, action: "PUBLISH", displayedHash }), "publish it");
};

const decisionOf = ({ decisions }: DemoAssessment, { id: hit, text }: Hit): RedactionInput => {
  const decision = decisions.find((each) => each.text === text);
  if (decision?.keep !== undefined) return { hit, choice: "KEEP", reason: decision.keep, version: 0 };
  if (decision?.replacement !== undefined)
    return { hit, choice: "REPLACE", replacement: decision.replacement, version: 0 };
  return { hit, choice: "REDACT", version: 0 };
};
