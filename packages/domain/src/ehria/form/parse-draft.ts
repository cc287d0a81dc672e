import { z } from "zod";
import { invalid, ok, type Problem, type Result } from "../../result.ts";
import type { AssessmentContent } from "../content.ts";
import { IMPACT_DIRECTIONS, PROTECTED_CHARACTERISTICS, RIGHT_PARTS, STAGES } from "../vocabulary.ts";
import type { FormTemplate } from "./template.ts";
import {
  validateAnswer,
  validateCharacteristicImpact,
  validateImprovementAction,
  validateRightImpact,
} from "./validate-save.ts";

/** An assessment as a file: what was filled in on which form, where it comes from, and what is doubtful about it. */
export interface AssessmentDraft {
  template: { key: string; version: number };
  source: { paper: string; note: string };
  status: "DRAFT";
  department: string;
  /** Job title. */
  leadOfficer: string;
  content: AssessmentContent;
  doubts: readonly DraftDoubt[];
}

/** Something that the source leaves uncertain about one cell. */
export interface DraftDoubt {
  question: string;
  part: string | null;
  text: string;
}

const version = z.int().positive().default(1);
const maybeText = z.string().nullable();

const answer = z.strictObject({
  question: z.string(),
  part: maybeText,
  choice: maybeText,
  text: maybeText,
  version,
});

const characteristicImpact = z.strictObject({
  characteristic: z.enum(PROTECTED_CHARACTERISTICS),
  stage: z.enum(STAGES),
  affected: z.boolean().nullable(),
  direction: z.enum(IMPACT_DIRECTIONS).nullable(),
  comments: maybeText,
  barriers: maybeText,
  version,
});

const justification = z.strictObject({
  prescribedByLaw: maybeText,
  legitimateAim: maybeText,
  necessary: maybeText,
  proportionate: maybeText,
});

const rightImpact = z.strictObject({
  part: z.enum(RIGHT_PARTS),
  article: z.int().positive(),
  stage: z.enum(STAGES),
  affected: z.boolean().nullable(),
  comments: maybeText,
  justification: justification.nullable(),
  version,
});

const improvementAction = z.strictObject({
  id: z.string(),
  objective: maybeText,
  action: maybeText,
  target: maybeText,
  officer: maybeText,
  due: maybeText,
  fromQuestion: maybeText,
});

const draftSchema = z.strictObject({
  template: z.strictObject({ key: z.string(), version: z.int().positive() }),
  source: z.strictObject({ paper: z.string(), note: z.string() }),
  status: z.literal("DRAFT"),
  department: z.string(),
  leadOfficer: z.string(),
  content: z.strictObject({
    answers: z.array(answer),
    characteristicImpacts: z.array(characteristicImpact),
    rightImpacts: z.array(rightImpact),
    improvementActions: z.array(improvementAction),
    /** Evidence is cited inside the product, where it can be pinned; a file carries none. */
    evidence: z.tuple([]),
  }),
  doubts: z.array(z.strictObject({ question: z.string(), part: maybeText, text: z.string() })),
});

const contentProblems = (template: FormTemplate, content: AssessmentContent): Problem[] => [
  ...content.answers.flatMap((each) => validateAnswer(template, each)),
  ...content.characteristicImpacts.flatMap((each) => validateCharacteristicImpact(template, each)),
  ...content.rightImpacts.flatMap((each) => validateRightImpact(template, each)),
  ...content.improvementActions.flatMap((each) => validateImprovementAction(template, each)),
];

const doubtProblems = (template: FormTemplate, doubts: readonly DraftDoubt[]): Problem[] =>
  doubts.flatMap(({ question, part }, index) => {
    const target = template.questions.find((each) => each.key === question);
    const isKnown = target !== undefined && (part === null || target.parts.some((each) => each.key === part));
    return isKnown ? [] : [{ path: `doubts.${index}`, message: "This form has no such question or part" }];
  });

/** Reads a draft from parsed JSON against the form that it is on. Fails with every fault, each with its place. */
export const parseDraft = (template: FormTemplate, source: unknown): Result<AssessmentDraft> => {
  const parsed = draftSchema.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      path: path.map(String).join("."),
      message,
    }));
    return invalid(problems, "The draft file has faults");
  }
  const draft = parsed.data;
  if (draft.template.key !== template.key || draft.template.version !== template.version) {
    return invalid([
      {
        path: "template",
        message: `The draft is on ${draft.template.key} version ${draft.template.version}`,
      },
    ]);
  }
  const problems = [...contentProblems(template, draft.content), ...doubtProblems(template, draft.doubts)];
  return problems.length === 0 ? ok(draft) : invalid(problems, "The draft file has faults");
};
