import type { Block, Cell, CellText, Row } from "@due-regard/document/document";
import { isWritten, type RightImpact } from "@due-regard/domain/ehria/content";
import type { FormQuestion, QuestionPart } from "@due-regard/domain/ehria/form/template";
import type { QuestionReading } from "@due-regard/domain/ehria/form/visibility";
import {
  describeCharacteristic,
  describeRight,
  RIGHT_KIND_WORDS,
  RIGHT_PART_WORDS,
} from "@due-regard/domain/ehria/impact-words";
import { rightKey } from "@due-regard/domain/ehria/reference-types";
import { type Layout, notesAbout } from "./open-layout.ts";
import { paragraphsOf } from "./words.ts";

/** The two tables of the law: a row for each characteristic and each right that the form asks about, answered or not. */

/** Written words, each paragraph after what it is about: "Barriers: …". */
const written = (text: string | null | undefined, about: string | null = null): CellText[] =>
  isWritten(text)
    ? paragraphsOf(text).map((words, index) => ({
        text: about !== null && index === 0 ? `${about}: ${words}` : words,
      }))
    : [];

/** Numbers of what is cited for the row itself, and doubts about its source. */
const beneath = (layout: Layout, { key }: FormQuestion, part: QuestionPart): Cell => {
  const cited = layout.evidence.flatMap((each, index) =>
    each.question === key && each.part === part.key ? [index + 1] : [],
  );
  return [
    ...(cited.length > 0 ? [`Evidence cited: ${cited.join(", ")}.`] : []),
    ...notesAbout(layout, key, part.key),
  ].map((text) => ({ text, quiet: true }));
};

export const layOutCharacteristics = (layout: Layout, { question }: QuestionReading): Block[] => [
  {
    kind: "table",
    caption: `Who may be affected: ${question.label}`,
    columns: [
      { heading: "Characteristic", share: 1.5, rowHeading: true },
      { heading: "Affected, and which way", share: 1.4 },
      { heading: "Comments", share: 4 },
    ],
    rows: question.parts.map((part) => characteristicRow(layout, question, part)),
  },
];

const characteristicRow = (layout: Layout, question: FormQuestion, part: QuestionPart): Row => {
  const row = layout.counting.characteristicImpacts.find(
    ({ stage, characteristic }) => stage === question.stage && characteristic === part.key,
  );
  return {
    cells: [
      [{ text: part.label }],
      [{ text: describeCharacteristic(row ?? { affected: null, direction: null }) }],
      [...written(row?.comments), ...written(row?.barriers, "Barriers"), ...beneath(layout, question, part)],
    ],
  };
};

export const layOutRights = (layout: Layout, { question }: QuestionReading): Block[] => [
  {
    kind: "table",
    caption: `Which rights may be affected: ${question.label}`,
    columns: [
      { heading: "Right", share: 2, rowHeading: true },
      { heading: "Affected", share: 1 },
      { heading: "Comments", share: 4 },
    ],
    rows: question.parts.map((part) => rightRow(layout, question, part)),
  },
];

const rightRow = (layout: Layout, question: FormQuestion, part: QuestionPart): Row => {
  const law = layout.record.references.rights.find((row) => rightKey(row) === part.key);
  const row = layout.counting.rightImpacts.find(
    (each) => each.stage === question.stage && rightKey(each) === part.key,
  );
  const name: Cell =
    law === undefined
      ? [{ text: part.label }]
      : [
          { text: `${RIGHT_PART_WORDS[law.part]}, article ${law.article}: ${law.title}` },
          { text: `${RIGHT_KIND_WORDS[law.kind]} right`, quiet: true },
        ];
  return {
    cells: [
      name,
      [{ text: describeRight(row ?? { affected: null }) }],
      [...written(row?.comments), ...justification(row), ...beneath(layout, question, part)],
    ],
  };
};

const justification = (row: RightImpact | undefined): CellText[] => [
  ...written(row?.justification?.prescribedByLaw, "Allowed by"),
  ...written(row?.justification?.legitimateAim, "Legitimate aim"),
  ...written(row?.justification?.necessary, "Necessary"),
  ...written(row?.justification?.proportionate, "Proportionate"),
];
