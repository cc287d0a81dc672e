import { LIKELY_IMPACTS, PROTECTED_CHARACTERISTICS, RIGHT_ARTICLES, RIGHT_PARTS } from "../vocabulary.ts";
import type { KindNeed } from "./kinds/question-kind.ts";
import { kindOf, kindWords } from "./kinds/registry.ts";
import type { FormQuestion, FormTemplate, QuestionKind, QuestionMeaning } from "./template.ts";
import { questionPath, type TemplateFault, templateFault } from "./template-fault.ts";

const NEEDS = {
  parts: "parts",
  options: "answers to choose from",
  stage: "a stage",
} as const satisfies Record<KindNeed, string>;

const REMEDIES = {
  parts: "Add at least one part",
  options: "Add the answers that can be chosen",
  stage: "Say whether its rows belong to the screening or to the report",
} as const satisfies Record<KindNeed, string>;

const missingNeeds = (question: FormQuestion): TemplateFault[] =>
  kindOf(question)
    .needs.filter((need) => (need === "stage" ? question.stage === null : question[need].length === 0))
    .map((need) =>
      templateFault(
        questionPath(question.key, need),
        `A question of kind ${kindWords(question.kind)} needs ${NEEDS[need]}`,
        REMEDIES[need],
      ),
    );

/** Kinds that a question must be of for rules to read it as what it means. Left out: any kind. */
const MEANING_KINDS: Partial<Record<QuestionMeaning, readonly QuestionKind[]>> = {
  TITLE: ["TEXT"],
  DEPARTMENT: ["TEXT"],
  LEAD_OFFICER: ["PEOPLE", "TEXT"],
  TELEPHONE: ["TEXT"],
  IMPLEMENTING_OFFICER: ["PEOPLE", "TEXT"],
  STARTED_ON: ["DATE"],
  COMPLETED_ON: ["DATE", "DATE_OR_TBC"],
  REPORT_ALREADY_NEEDED: ["YES_NO"],
  REPORT_ALREADY_NEEDED_REASON: ["LONG_TEXT", "TEXT"],
  LIKELY_IMPACT: ["SINGLE_CHOICE"],
  REPORT_REQUIRED: ["YES_NO"],
  ADVERSE_IMPACT: ["SINGLE_CHOICE"],
  IMPROVEMENT_PLAN: ["IMPROVEMENT_PLAN"],
};

const wrongKind = ({ key, kind, meaning }: FormQuestion): TemplateFault[] => {
  const kinds = meaning === null ? undefined : MEANING_KINDS[meaning];
  if (kinds === undefined || kinds.includes(kind)) return [];
  const message = `A question that means ${meaning} must be of kind ${kinds.map(kindWords).join(" or ")}`;
  return [templateFault(questionPath(key, "kind"), message, "Change its kind, or take its meaning out")];
};

const LIKELY: readonly string[] = LIKELY_IMPACTS;

const strangeImpacts = ({ key, kind, meaning, options }: FormQuestion): TemplateFault[] =>
  meaning !== "LIKELY_IMPACT" || kind !== "SINGLE_CHOICE"
    ? []
    : options
        .filter((option) => !LIKELY.includes(option.key))
        .map((option) =>
          templateFault(
            questionPath(key, "options"),
            `"${option.key}" is no likely impact`,
            `Use these keys: ${LIKELY_IMPACTS.join(", ")}`,
          ),
        );

/** Names of the rows that the two tables of the law can hold. */
export const ROW_KEYS: Partial<Record<QuestionKind, readonly string[]>> = {
  CHARACTERISTIC_ROWS: PROTECTED_CHARACTERISTICS,
  RIGHT_ROWS: RIGHT_PARTS.flatMap((part) => RIGHT_ARTICLES[part].map((article) => `${part}-${article}`)),
};

const strangeRows = ({ key, kind, parts }: FormQuestion): TemplateFault[] => {
  const known = ROW_KEYS[kind];
  if (known === undefined) return [];
  return parts
    .filter((part) => !known.includes(part.key))
    .map((part) =>
      templateFault(
        questionPath(key, "parts"),
        `There is no row "${part.key}" in the law's tables`,
        `Use these keys: ${known.join(", ")}`,
      ),
    );
};

/** Rows are kept by stage and their pages by section, and an assessment has one plan: a second table would share the first one's rows. */
const secondTables = ({ questions }: FormTemplate): TemplateFault[] =>
  questions.flatMap((question, index) => {
    const { key, kind } = question;
    if (kindOf(question).storedIn === "ANSWERS") return [];
    const before = questions.slice(0, index).filter((each) => each.kind === kind);
    const isPlan = kind === "IMPROVEMENT_PLAN";
    const clash = before.find(
      (each) =>
        isPlan || (each.stage !== null && each.stage === question.stage) || each.section === question.section,
    );
    if (clash === undefined) return [];
    const message = isPlan
      ? `There is an improvement plan already: "${clash.key}"`
      : `"${clash.key}" asks for the same table at this stage or in this section`;
    return [templateFault(questionPath(key, "kind"), message, "Remove one of the two")];
  });

const planlessObligations = ({ questions }: FormTemplate): TemplateFault[] =>
  questions.some(({ kind }) => kind === "IMPROVEMENT_PLAN")
    ? []
    : questions
        .filter(({ obligations }) => obligations.length > 0)
        .map(({ key }) =>
          templateFault(
            questionPath(key, "obligations"),
            "An answer here asks for an action, and the form has no improvement plan",
            `Add a question of kind ${kindWords("IMPROVEMENT_PLAN")}, or take the rule out`,
          ),
        );

/** Each question has what its kind and its meaning need, and the tables of the law hold what can be stored. */
export const checkQuestions = (template: FormTemplate): TemplateFault[] => [
  ...template.questions.flatMap((question) => [
    ...missingNeeds(question),
    ...wrongKind(question),
    ...strangeImpacts(question),
    ...strangeRows(question),
  ]),
  ...secondTables(template),
  ...planlessObligations(template),
];
