import type { Block, Cell, Fact, Row } from "@due-regard/document/document";
import { type Answer, isWritten } from "@due-regard/domain/ehria/content";
import { choiceWords } from "@due-regard/domain/ehria/form/choice-words";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import type { FormQuestion, QuestionPart } from "@due-regard/domain/ehria/form/template";
import type { QuestionReading } from "@due-regard/domain/ehria/form/visibility";
import { layOutCharacteristics, layOutRights } from "./lay-out-law-rows.ts";
import { layOutPlan } from "./lay-out-plan.ts";
import { type Layout, notesAbout, paragraph, quiet } from "./open-layout.ts";
import { paragraphsOf, textWords } from "./words.ts";

type StoredIn = ReturnType<typeof kindOf>["storedIn"];

/** By where answers live, so that a new kind of question whose answers are choices and words needs nothing here. */
const LAYOUTS: Record<StoredIn, (layout: Layout, state: QuestionReading) => Block[]> = {
  ANSWERS: (layout, state) =>
    state.question.parts.length === 0 ? layOutWhole(layout, state) : layOutParts(layout, state),
  CHARACTERISTIC_IMPACTS: layOutCharacteristics,
  RIGHT_IMPACTS: layOutRights,
  IMPROVEMENT_ACTIONS: layOutPlan,
};

export const layOutAnswer = (layout: Layout, state: QuestionReading): Block[] =>
  LAYOUTS[kindOf(state.question).storedIn](layout, state);

export const NOT_ANSWERED = "Not answered.";

const answerTo = ({ counting }: Layout, { key }: FormQuestion, part: string | null): Answer | null =>
  counting.answers.find((answer) => answer.question === key && answer.part === part) ?? null;

const wordsOf = (
  question: FormQuestion,
  answer: Answer | null,
): { choice: string | null; texts: string[] } => ({
  choice: answer?.choice == null ? null : choiceWords(question, answer.choice),
  texts: isWritten(answer?.text) ? paragraphsOf(textWords(question, answer.text)) : [],
});

const layOutWhole = (layout: Layout, { question, forced }: QuestionReading): Block[] => {
  const { choice, texts } = wordsOf(question, answerTo(layout, question, null));
  return [
    ...(choice === null && texts.length === 0 ? [quiet(NOT_ANSWERED)] : []),
    ...(choice === null ? [] : [{ kind: "paragraph", text: choice, weight: "bold" } as const]),
    ...(forced === null ? [] : [quiet(forced.because)]),
    ...texts.map(paragraph),
    ...notesAbout(layout, question.key, null).map(quiet),
  ];
};

const layOutParts = (layout: Layout, { question }: QuestionReading): Block[] => {
  const kind = kindOf(question);
  if (kind.choices(question).length === 0)
    return [{ kind: "facts", facts: question.parts.map((part) => partFact(layout, question, part)) }];
  const withWords = kind.takesText(question);
  return [
    {
      kind: "table",
      caption: `Answers: ${question.label}`,
      columns: [
        { heading: "Part", share: withWords ? 3 : 6, rowHeading: true },
        { heading: "Answer", share: 1.2 },
        ...(withWords ? [{ heading: explanation(question), share: 4 }] : []),
      ],
      rows: question.parts.map((part) => partRow(layout, question, part, withWords)),
    },
  ];
};

const explanation = ({ parts }: FormQuestion): string => {
  const labels = new Set(parts.map(({ textLabel }) => textLabel));
  const [only] = labels;
  return labels.size === 1 && only ? only : "Explanation";
};

const partFact = (layout: Layout, question: FormQuestion, part: QuestionPart): Fact => {
  const { texts } = wordsOf(question, answerTo(layout, question, part.key));
  return {
    term: part.label,
    details: [...(texts.length > 0 ? texts : [NOT_ANSWERED]), ...notesAbout(layout, question.key, part.key)],
  };
};

const partRow = (layout: Layout, question: FormQuestion, part: QuestionPart, withWords: boolean): Row => {
  const { choice, texts } = wordsOf(question, answerTo(layout, question, part.key));
  const answered: Cell = choice === null ? [{ text: NOT_ANSWERED, quiet: true }] : [{ text: choice }];
  const doubts = notesAbout(layout, question.key, part.key).map((text) => ({ text, quiet: true }));
  return {
    cells: [
      withWords ? [{ text: part.label }] : [{ text: part.label }, ...doubts],
      answered,
      ...(withWords ? [[...texts.map((text) => ({ text })), ...doubts]] : []),
    ],
  };
};
