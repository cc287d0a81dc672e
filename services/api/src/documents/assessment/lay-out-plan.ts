import type { Block, Cell } from "@due-regard/document/document";
import { type ImprovementAction, isWritten } from "@due-regard/domain/ehria/content";
import type { QuestionReading } from "@due-regard/domain/ehria/form/visibility";
import { type Layout, quiet } from "./open-layout.ts";
import { dateWords, paragraphsOf } from "./words.ts";

const cell = (text: string | null): Cell =>
  isWritten(text)
    ? paragraphsOf(text).map((words) => ({ text: words }))
    : [{ text: "Not said yet.", quiet: true }];

/** The improvement plan, an action a row. */
export const layOutPlan = ({ counting, record }: Layout, { question }: QuestionReading): Block[] => {
  const actions = counting.improvementActions;
  if (actions.length === 0) return [quiet("No actions.")];
  const from = ({ fromQuestion }: ImprovementAction): Cell => {
    const source = record.template.questions.find(({ key }) => key === fromQuestion);
    if (source === undefined) return [];
    return [{ text: `From question ${source.number ?? `“${source.label}”`}`, quiet: true }];
  };
  return [
    {
      kind: "table",
      caption: `Actions: ${question.label}`,
      columns: [
        { heading: "Objective", share: 2, rowHeading: true },
        { heading: "Action", share: 2.2 },
        { heading: "Target", share: 1.6 },
        { heading: "Officer responsible", share: 1.4 },
        { heading: "By when", share: 1.2 },
      ],
      rows: actions.map((action) => ({
        cells: [
          [...cell(action.objective), ...from(action)],
          cell(action.action),
          cell(action.target),
          cell(action.officer),
          cell(action.due && dateWords(action.due)),
        ],
      })),
    },
  ];
};
