import type { Executor } from "@due-regard/database/connection";
import { type ImpactRows, type RevisionImpacts, readImpacts } from "@due-regard/database/read-models/impacts";
import type { Viewer } from "@due-regard/domain/access/roles";
import { dueInForce } from "@due-regard/domain/ehria/actions/live-action";
import {
  type AssessmentContent,
  emptyContent,
  type ImprovementAction,
} from "@due-regard/domain/ehria/content";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import { reportName } from "@due-regard/domain/ehria/form/report-name";
import { type FormTemplate, questionMeaning } from "@due-regard/domain/ehria/form/template";
import { countingContent, readForm } from "@due-regard/domain/ehria/form/visibility";
import type { AssessmentStatus, SignatoryRole, Stage } from "@due-regard/domain/ehria/vocabulary";
import { invalid, ok, type Result } from "@due-regard/domain/result";
import { isOpenAction } from "@due-regard/domain/strategies/vocabulary";
import { loadPublishedTemplate } from "../../../forms/published-templates.ts";
import { londonToday } from "../../../schema/london-today.ts";
import { type AssessmentConditions, conditionsOf } from "../filter-assessments.ts";
import { type AssessmentHead, countHeads, loadHeads } from "../load-head.ts";
import { signedFirst } from "../shown-to.ts";

/** Signed for and still standing: what a superseded assessment says is said by what took its place. */
export const IN_FORCE = [
  "SIGNED_OFF",
  "PUBLISHED",
  "REVIEW_DUE",
] as const satisfies readonly AssessmentStatus[];

/** More than any budget has proposals: what keeps one question to a second or so. */
export const MOST_COUNTED = 500;

/** What one assessment says: its last signed revision, or where it has none the one that the reader is shown. Only what counts of it. */
export interface AssessmentImpacts {
  head: AssessmentHead;
  counting: Pick<AssessmentContent, "characteristicImpacts" | "rightImpacts">;
  /** The plan, as far as it counts, as it stands today. */
  actions: readonly LiveAction[];
  /** What the form calls its fuller part, where that is asked. Null: the screening ends it. */
  report: string | null;
  /** Keys of the questions whose actions answer a harm that a stage tells of. */
  questions: Readonly<Record<Stage, readonly string[]>>;
  signatures: readonly { role: SignatoryRole; signedAt: string }[];
}

export interface LiveAction extends ImprovementAction {
  isOpen: boolean;
  /** ISO date in force. Null: none was set. */
  dueNow: string | null;
}

export interface LoadedImpacts extends Pick<ImpactRows, "characteristics" | "rights"> {
  /** By reference. */
  assessments: AssessmentImpacts[];
}

/** The conditions with what is counted where no status is named. */
export const withStatus = (conditions: AssessmentConditions): AssessmentConditions => ({
  ...conditions,
  status: conditions.status ?? IN_FORCE,
});

/** What each assessment that fits and that the viewer may read says: two statements, however many they are. */
export const loadImpacts = async (
  db: Executor,
  viewer: Viewer | null,
  conditions: AssessmentConditions,
): Promise<Result<LoadedImpacts>> => {
  const where = conditionsOf(db, viewer, withStatus(conditions), signedFirst(db, viewer));
  const heads = await loadHeads(db, viewer, { where, limit: MOST_COUNTED + 1, signedFirst: true });
  if (heads.length > MOST_COUNTED) {
    const message = `More than ${MOST_COUNTED} assessments fit. Choose fewer: a plan, a year, a department or a list of references.`;
    return invalid([{ path: "filter", message }]);
  }
  const revisionIds = heads.map(({ revisionId }) => revisionId);
  const { revisions, ...law } = await readImpacts(db, { revisionIds, today: londonToday() });
  const rowsOf = new Map(revisions.map((each) => [each.revisionId, each]));
  const assessments: AssessmentImpacts[] = [];
  for (const head of heads) {
    const rows = rowsOf.get(head.revisionId);
    if (rows === undefined) continue;
    assessments.push(readOne(head, (await loadPublishedTemplate(db, head.templateId)).filled, rows));
  }
  return ok({ assessments, ...law });
};

/** Of those that fit in whatever status: how many the viewer may read and are not counted, since they are not in such a status. */
export const countOthers = async (
  db: Executor,
  viewer: Viewer | null,
  conditions: AssessmentConditions,
  counted: number,
): Promise<number> =>
  (await countHeads(
    db,
    viewer,
    conditionsOf(db, viewer, { ...conditions, status: null }, signedFirst(db, viewer)),
  )) - counted;

const readOne = (
  head: AssessmentHead,
  template: FormTemplate,
  { signatures, ...rows }: RevisionImpacts,
): AssessmentImpacts => {
  const content: AssessmentContent = {
    ...emptyContent,
    answers: rows.answers.map(({ question, part, choice }) => ({
      question,
      part: part === "" ? null : part,
      choice,
      text: null,
      version: 1,
    })),
    characteristicImpacts: rows.characteristicImpacts,
    rightImpacts: rows.rightImpacts.map((row) => ({ ...row, justification: null })),
    improvementActions: rows.improvementActions,
  };
  const reading = readForm(template, content);
  const { characteristicImpacts, rightImpacts, improvementActions } = countingContent(reading);
  return {
    head,
    counting: { characteristicImpacts, rightImpacts },
    actions: rows.improvementActions
      .filter(({ id }) => improvementActions.some((each) => each.id === id))
      .map((action) => ({
        ...action,
        isOpen: isOpenAction(action.status),
        dueNow: dueInForce(action.due, action),
      })),
    report: reading.questions.some(({ question, asked }) => question.stage === "REPORT" && asked === "TRUE")
      ? reportName(template)
      : null,
    questions: harmQuestions(template),
    signatures,
  };
};

/** The question that holds a stage's rows, and the one on mitigation. */
const harmQuestions = (template: FormTemplate): AssessmentImpacts["questions"] => {
  const mitigation = questionMeaning(template, "MITIGATION");
  const forStage = (stage: Stage): string[] =>
    template.questions
      .filter(
        (question) =>
          question.key === mitigation?.key ||
          (kindOf(question).storedIn === "CHARACTERISTIC_IMPACTS" && question.stage === stage),
      )
      .map(({ key }) => key);
  return { SCREENING: forStage("SCREENING"), REPORT: forStage("REPORT") };
};
