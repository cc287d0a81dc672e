import type { Answer, AssessmentContent } from "../content.ts";
import { type ChoiceReader, evaluate, type Truth } from "./condition.ts";
import type { CellReader } from "./kinds/question-kind.ts";
import { kindOf } from "./kinds/registry.ts";
import { readCells } from "./read-cells.ts";
import type { Condition, ForcedChoice, FormQuestion, FormTemplate } from "./template.ts";

/** A form read together with what people have put in: what is asked, what must be answered, what follows. */
export interface FormReading {
  template: FormTemplate;
  content: AssessmentContent;
  cells: CellReader;
  /** In the template's order. */
  questions: readonly QuestionReading[];
  /** Whether each section is asked, by its own condition alone. */
  sections: ReadonlyMap<string, Truth>;
}

export interface QuestionReading {
  question: FormQuestion;
  /** TRUE: its answers count. UNDECIDED: it waits for an earlier answer. FALSE: hidden; what was written is kept, uncounted. */
  asked: Truth;
  /** Must be answered as things stand. False while that is undecided. */
  required: boolean;
  /** The answer that follows from other answers, whatever was ticked. Null: nothing is forced. */
  forced: ForcedChoice | null;
  /** Earlier answers that make something necessary elsewhere. */
  obligations: readonly FormQuestion["obligations"][number][];
}

interface Memory extends ChoiceReader {
  remember(reading: QuestionReading, requiredTruth: Truth): void;
}

const createMemory = (cells: CellReader): Memory => {
  const seen = new Map<string, { reading: QuestionReading; requiredTruth: Truth }>();
  return {
    remember: (reading, requiredTruth) => seen.set(reading.question.key, { reading, requiredTruth }),
    partsOf: (question) => seen.get(question)?.reading.question.parts.map((part) => part.key) ?? [],
    choiceOf: (question, part) => {
      const entry = seen.get(question);
      if (entry === undefined || entry.reading.asked === "FALSE") return null;
      if (entry.reading.asked === "UNDECIDED") return "UNDECIDED";
      if (entry.reading.forced !== null) return entry.reading.forced.choice;
      const choice = cells.answer(question, part)?.choice ?? null;
      return choice === null && entry.requiredTruth !== "FALSE" ? "UNDECIDED" : choice;
    },
  };
};

const truthOf = (condition: Condition | boolean | null, memory: ChoiceReader): Truth => {
  if (condition === null) return "TRUE";
  if (typeof condition === "boolean") return condition ? "TRUE" : "FALSE";
  return evaluate(condition, memory);
};

const both = (one: Truth, other: Truth): Truth => {
  if (one === "FALSE" || other === "FALSE") return "FALSE";
  return one === "TRUE" && other === "TRUE" ? "TRUE" : "UNDECIDED";
};

/**
 * Reads the form from first question to last: each condition sees only the counting answers before it, so an answer
 * hidden by a later change stops counting here and nowhere else, and comes back with its condition
 * (design/domain.md §3, "Conditions").
 */
export const readForm = (template: FormTemplate, content: AssessmentContent): FormReading => {
  const cells = readCells(template, content);
  const memory = createMemory(cells);
  const sectionConditions = new Map(template.sections.map((section) => [section.key, section.condition]));
  const sections = new Map<string, Truth>();
  const questions = template.questions.map((question): QuestionReading => {
    const sectionAsked =
      sections.get(question.section) ?? truthOf(sectionConditions.get(question.section) ?? null, memory);
    sections.set(question.section, sectionAsked);
    const asked = both(sectionAsked, truthOf(question.condition, memory));
    const requiredTruth = truthOf(question.required, memory);
    const forced =
      asked === "TRUE" ? question.forced.find((each) => evaluate(each.when, memory) === "TRUE") : undefined;
    const reading = {
      question,
      asked,
      required: asked === "TRUE" && requiredTruth === "TRUE",
      forced: forced ?? null,
      obligations: [],
    };
    memory.remember(reading, requiredTruth);
    return { ...reading, obligations: dueObligations(question, asked, memory) };
  });
  for (const section of template.sections) {
    if (!sections.has(section.key)) sections.set(section.key, truthOf(section.condition, memory));
  }
  return { template, content, cells, questions, sections };
};

const dueObligations = (
  question: FormQuestion,
  asked: Truth,
  memory: ChoiceReader,
): FormQuestion["obligations"] =>
  asked === "TRUE" ? question.obligations.filter((each) => evaluate(each.when, memory) === "TRUE") : [];

export const isAsked = (reading: FormReading, questionKey: string): boolean =>
  reading.questions.some(({ question, asked }) => question.key === questionKey && asked === "TRUE");

/** The choice that counts: the forced one, or the one ticked; null when hidden or not answered. */
export const countingChoice = (
  reading: FormReading,
  questionKey: string,
  part: string | null = null,
): string | null => {
  const state = reading.questions.find(({ question }) => question.key === questionKey);
  if (state === undefined || state.asked !== "TRUE") return null;
  return state.forced?.choice ?? reading.cells.answer(questionKey, part)?.choice ?? null;
};

export interface ForcedConsequence {
  question: string;
  choice: string;
  because: string;
  /** The other choice that somebody ticked, which is kept and doesn't count. Null: none. */
  overrules: string | null;
}

/** Every answer that follows from others, in the order of the form. */
export const forcedConsequences = (reading: FormReading): ForcedConsequence[] =>
  reading.questions.flatMap(({ question, forced }) => {
    if (forced === null) return [];
    const ticked = reading.cells.answer(question.key, null)?.choice ?? null;
    const overrules = ticked === forced.choice ? null : ticked;
    return [{ question: question.key, choice: forced.choice, because: forced.because, overrules }];
  });

const countingAnswers = ({ question, forced }: QuestionReading, cells: CellReader): Answer[] => {
  if (forced !== null) {
    const stored = cells.answer(question.key, null);
    const base = stored ?? { question: question.key, part: null, text: null, version: 0 };
    return [{ ...base, choice: forced.choice }];
  }
  return kindOf(question)
    .cells(question)
    .flatMap((part) => cells.answer(question.key, part) ?? []);
};

/**
 * What counts, and nothing else: answers to questions that are asked (forced ones as forced), rows of the stages whose
 * table is asked, actions when the plan is, evidence cited for what counts. This is what is checked, signed and shown.
 */
export const countingContent = (reading: FormReading): AssessmentContent => {
  const { content, cells } = reading;
  const asked = reading.questions.filter((each) => each.asked === "TRUE");
  const rowsShown = (storedIn: string, stage: string, row: string): boolean =>
    asked.some(
      ({ question }) =>
        kindOf(question).storedIn === storedIn &&
        question.stage === stage &&
        question.parts.some((part) => part.key === row),
    );
  const hasPlan = asked.some(({ question }) => kindOf(question).storedIn === "IMPROVEMENT_ACTIONS");
  return {
    answers: asked.flatMap((each) => countingAnswers(each, cells)),
    characteristicImpacts: content.characteristicImpacts.filter((row) =>
      rowsShown("CHARACTERISTIC_IMPACTS", row.stage, row.characteristic),
    ),
    rightImpacts: content.rightImpacts.filter((row) =>
      rowsShown("RIGHT_IMPACTS", row.stage, `${row.part}-${row.article}`),
    ),
    improvementActions: hasPlan ? content.improvementActions : [],
    evidence: content.evidence.filter(
      ({ question }) => question === null || asked.some((each) => each.question.key === question),
    ),
  };
};
