import type { Condition } from "./template.ts";

/** What is known of a condition so far. UNDECIDED: it waits for an answer that must still be given. */
export type Truth = "TRUE" | "FALSE" | "UNDECIDED";

/** How a condition sees the form: the counting choices of the questions before it. */
export interface ChoiceReader {
  /** The counting choice of a question or part. UNDECIDED: it is asked, must be answered, and isn't yet. Null: it says nothing. */
  choiceOf(question: string, part: string | null): string | null | "UNDECIDED";
  /** Keys of the question's parts; empty when it has none. */
  partsOf(question: string): readonly string[];
}

type Evaluators = {
  [Op in Condition["op"]]: (condition: Extract<Condition, { op: Op }>, reader: ChoiceReader) => Truth;
};

const matches = (reader: ChoiceReader, question: string, part: string | null, wanted: string): Truth => {
  const choice = reader.choiceOf(question, part);
  if (choice === "UNDECIDED") return "UNDECIDED";
  return choice === wanted ? "TRUE" : "FALSE";
};

const anyOf = (truths: readonly Truth[]): Truth => {
  if (truths.includes("TRUE")) return "TRUE";
  return truths.includes("UNDECIDED") ? "UNDECIDED" : "FALSE";
};

const NEGATION: Record<Truth, Truth> = { TRUE: "FALSE", FALSE: "TRUE", UNDECIDED: "UNDECIDED" };

const allOf = (truths: readonly Truth[]): Truth => NEGATION[anyOf(truths.map((truth) => NEGATION[truth]))];

const EVALUATORS: Evaluators = {
  IS: ({ question, part, choice }, reader) => matches(reader, question, part ?? null, choice),
  ANY_PART_IS: ({ question, choice }, reader) =>
    anyOf(reader.partsOf(question).map((part) => matches(reader, question, part, choice))),
  ANY_OF: ({ conditions }, reader) => anyOf(conditions.map((each) => evaluate(each, reader))),
  ALL_OF: ({ conditions }, reader) => allOf(conditions.map((each) => evaluate(each, reader))),
  NOT: ({ condition }, reader) => NEGATION[evaluate(condition, reader)],
};

/** Three-valued: a condition that hangs on an unanswered question is neither true nor false. */
export const evaluate = (condition: Condition, reader: ChoiceReader): Truth => {
  const evaluator = EVALUATORS[condition.op] as (given: Condition, reader: ChoiceReader) => Truth;
  return evaluator(condition, reader);
};

/** A condition that looks at one question. */
export type ConditionTest = Extract<Condition, { op: "IS" | "ANY_PART_IS" }>;

type Collectors = {
  [Op in Condition["op"]]: (condition: Extract<Condition, { op: Op }>) => ConditionTest[];
};

const COLLECTORS: Collectors = {
  IS: (condition) => [condition],
  ANY_PART_IS: (condition) => [condition],
  ANY_OF: ({ conditions }) => conditions.flatMap(testsOf),
  ALL_OF: ({ conditions }) => conditions.flatMap(testsOf),
  NOT: ({ condition }) => testsOf(condition),
};

/** Every test that a condition is made of, from left to right. */
export const testsOf = (condition: Condition): ConditionTest[] => {
  const collector = COLLECTORS[condition.op] as (given: Condition) => ConditionTest[];
  return collector(condition);
};

/** The part that a test names. Null: the question as a whole, or any of its parts. */
export const partOf = (test: ConditionTest): string | null => (test.op === "IS" ? (test.part ?? null) : null);
