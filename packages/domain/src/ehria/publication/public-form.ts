import type { Condition, FormQuestion, FormTemplate } from "../form/template.ts";
import type { FormReading, QuestionReading } from "../form/visibility.ts";

/** Always so: what was decided when it was signed isn't decided anew from the answers that are left. */
const ALWAYS: Condition = { op: "ALL_OF", conditions: [] };

const publicQuestion = ({ question, forced }: QuestionReading): FormQuestion => ({
  ...question,
  guidance: null,
  condition: null,
  required: false,
  forced: forced === null ? [] : [{ ...forced, when: ALWAYS }],
  obligations: [],
  maxWords: null,
  doubts: [],
  parts: question.parts.map((part) => ({ ...part, guidance: null })),
});

/** True for a question whose answer may leave the council: it was asked, and the form's list says so. */
export const isPublic = ({ asked, question }: QuestionReading): boolean =>
  asked === "TRUE" && question.publication !== "WITHHOLD";

/**
 * The form as the public sees it: the questions that were asked and may be published, with no condition left, so that an answer that is
 * withheld hides no other. A section that wasn't asked for stays, and is empty.
 */
export const publicForm = (reading: FormReading): FormTemplate => ({
  ...reading.template,
  source: null,
  sections: reading.template.sections.map((section) => ({ ...section, condition: null })),
  questions: reading.questions.filter(isPublic).map(publicQuestion),
  doubts: [],
});

/** Keys of the sections that were asked for when it was signed. */
export const askedSections = (reading: FormReading): Set<string> =>
  new Set(reading.questions.filter(({ asked }) => asked === "TRUE").map(({ question }) => question.section));
