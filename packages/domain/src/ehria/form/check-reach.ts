import type { Truth } from "./condition.ts";
import { controlsOf, countScenarios, scenariosOf } from "./controls.ts";
import type { Condition, FormQuestion, FormTemplate } from "./template.ts";
import { questionPath, type TemplateFault, templateFault } from "./template-fault.ts";
import { type FormReading, readForm } from "./visibility.ts";

/** So that checking stays quick; no form that we have seen comes near. Beyond it nothing is claimed. */
const MOST_SCENARIOS = 20_000;

/** The reading of a form under every combination of the answers that these conditions hang on, until `look` is satisfied. */
const someScenario = (
  template: FormTemplate,
  conditions: readonly Condition[],
  extra: readonly FormQuestion[],
  look: (reading: FormReading) => boolean,
): boolean | "TOO_MANY" => {
  const { keys, controls } = controlsOf(template, conditions);
  if (countScenarios(controls) > MOST_SCENARIOS) return "TOO_MANY";
  const questions = template.questions.filter((each) => keys.has(each.key) || extra.includes(each));
  const small = { ...template, questions };
  for (const content of scenariosOf(controls)) if (look(readForm(small, content))) return true;
  return false;
};

const unreachableSections = (template: FormTemplate): TemplateFault[] =>
  template.sections.flatMap(({ key, condition }) => {
    if (condition === null) return [];
    const opens = someScenario(template, [condition], [], ({ sections }) => sections.get(key) === "TRUE");
    if (opens !== false) return [];
    return [
      templateFault(`sections.${key}.condition`, "No answers open this section", "Change when it is asked"),
    ];
  });

const askedTruth = (reading: FormReading, key: string): Truth | null =>
  reading.questions.find(({ question }) => question.key === key)?.asked ?? null;

const ownConditions = (question: FormQuestion, template: FormTemplate): Condition[] => {
  const section = template.sections.find(({ key }) => key === question.section)?.condition ?? null;
  return [section, question.condition].filter((each) => each !== null);
};

const unreachableQuestions = (template: FormTemplate, closed: ReadonlySet<string>): TemplateFault[] =>
  template.questions.flatMap((question) => {
    if (question.condition === null || closed.has(question.section)) return [];
    const isReached = someScenario(
      template,
      ownConditions(question, template),
      [question],
      (reading) => askedTruth(reading, question.key) === "TRUE",
    );
    if (isReached !== false) return [];
    const path = questionPath(question.key, "condition");
    return [templateFault(path, "No answers lead to this question", "Change when it is asked")];
  });

/** An answer may oblige an action only while the plan that would hold it is asked: otherwise nobody could ever submit. */
const unmeetableObligations = (template: FormTemplate): TemplateFault[] => {
  const plan = template.questions.find(({ kind }) => kind === "IMPROVEMENT_PLAN");
  if (plan === undefined) return [];
  return template.questions.flatMap((question) => {
    if (question.obligations.length === 0) return [];
    const conditions = [
      ...ownConditions(question, template),
      ...ownConditions(plan, template),
      ...question.obligations.map(({ when }) => when),
    ];
    const isStuck = someScenario(template, conditions, [question, plan], (reading) => {
      const state = reading.questions.find((each) => each.question.key === question.key);
      return (state?.obligations.length ?? 0) > 0 && askedTruth(reading, plan.key) === "FALSE";
    });
    if (isStuck !== true) return [];
    return [
      templateFault(
        questionPath(question.key, "obligations"),
        "An answer here asks for an action while the improvement plan is closed",
        `Let "${plan.key}" and its section be asked whenever this answer is given`,
      ),
    ];
  });
};

/** Every section and question can be reached by some answers, and every path that the form opens can be walked to its end. */
export const checkReach = (template: FormTemplate): TemplateFault[] => {
  const sections = unreachableSections(template);
  const closed = new Set(sections.flatMap(({ section }) => section ?? []));
  return [...sections, ...unreachableQuestions(template, closed), ...unmeetableObligations(template)];
};
