import { reportName } from "@due-regard/domain/ehria/form/report-name";
import { decideScreening, type ScreeningDecision } from "@due-regard/domain/ehria/form/screening-decision";
import { questionMeaning } from "@due-regard/domain/ehria/form/template";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { LikelyImpactEnum } from "../../schema/ehria-enums.ts";
import { bodyOf } from "./load-body.ts";
import type { AssessmentHead } from "./load-head.ts";

interface DecisionView extends ScreeningDecision {
  reportName: string;
  decidedOn: string;
}

export const ScreeningDecisionType = builder.objectRef<DecisionView>("ScreeningDecision").implement({
  description: "What the screening concludes.",
  fields: (t) => ({
    likelyImpact: t.field({
      type: LikelyImpactEnum,
      nullable: true,
      description:
        "The likely impact. Null: the screening was skipped, because a report was known to be needed, or the form does not ask.",
      resolve: (view) => view.likelyImpact,
    }),
    reportRequired: t.boolean({
      description: "Whether a full report is needed.",
      resolve: (view) => view.reportRequired,
    }),
    reportName: t.exposeString("reportName", {
      description: "What the form calls the fuller part that may follow, such as “report”.",
    }),
    requiredBy: t.string({
      description: "What decides that, in words.",
      resolve: (view) => view.requiredBy,
    }),
    decidedOn: t.expose("decidedOn", { type: "Date", description: "The day of the answer that decided it." }),
  }),
});

/** The decision with the day of the answer that decided it. Null until it is decided. */
export const decisionOf = async (head: AssessmentHead, context: ApiContext): Promise<DecisionView | null> => {
  const { reading, content, template } = await bodyOf(context, head);
  const decision = decideScreening(reading);
  if (decision === null) return null;
  const deciding = [
    questionMeaning(template, "REPORT_REQUIRED"),
    questionMeaning(template, "LIKELY_IMPACT"),
  ].map((question) => question?.key);
  const days = content.answers
    .filter((answer) => deciding.includes(answer.question))
    .map((answer) => new Date(answer.savedAt).toISOString().slice(0, 10));
  return { ...decision, reportName: reportName(template), decidedOn: days.sort().at(-1) ?? head.startedOn };
};
