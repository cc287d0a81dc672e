import type { ResultOf } from "gql.tada";
import { AppLink } from "../../../ui/app-link.tsx";
import { Tag, type TagColour } from "../../../ui/tag.tsx";
import { TextRuns } from "../../../ui/text-changes.tsx";
import type { ChangesQuery } from "./queries.ts";

type Changes = NonNullable<NonNullable<ResultOf<typeof ChangesQuery>["assessment"]>["changes"]>;
type QuestionDifference = Changes["questions"][number];
type RowDifference = QuestionDifference["rows"][number];
type Run = RowDifference["fields"][number]["runs"][number];

const CHANGE: Record<RowDifference["change"], { words: string; colour: TagColour }> = {
  ADDED: { words: "New", colour: "green" },
  REMOVED: { words: "Taken out", colour: "red" },
  CHANGED: { words: "Changed", colour: "blue" },
};

const RUN_KIND: Record<Run["kind"], "same" | "added" | "removed"> = {
  SAME: "same",
  ADDED: "added",
  REMOVED: "removed",
};

const Row = ({ row }: { row: RowDifference }) => {
  const { words, colour } = CHANGE[row.change];
  return (
    <li className="app-difference">
      <p className="app-difference__what">
        <Tag colour={colour}>{words}</Tag>
        {row.label ? <strong> {row.label}</strong> : null}
      </p>
      {row.fields.map(({ field, runs }) => (
        <div key={field}>
          {row.fields.length > 1 || row.label ? (
            <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-0">{field}</p>
          ) : null}
          <TextRuns runs={runs.map(({ kind, text }) => ({ kind: RUN_KIND[kind], text }))} />
        </div>
      ))}
    </li>
  );
};

export const questionHeading = ({ number, label }: Pick<QuestionDifference, "number" | "label">): string =>
  number ? `Question ${number}: ${label}` : label;

/** How to read what follows: said once, since lines under and through words mean nothing by themselves. */
export const HowToRead = () => (
  <p className="govuk-body">
    Words that were added are <ins className="app-changes__added">underlined</ins>. Words that were taken out
    are <del className="app-changes__removed">struck through</del>.
  </p>
);

/** What differs, question by question, with a list of them to go to. */
export const Differences = ({ changes }: { changes: Changes }) => (
  <>
    {changes.questions.length > 1 ? (
      <nav aria-label="Questions that differ">
        <ul className="govuk-list">
          {changes.questions.map((question) => (
            <li key={question.question ?? ""}>
              <AppLink to={`#difference-${question.question ?? "whole"}`}>
                {questionHeading(question)}
              </AppLink>
            </li>
          ))}
        </ul>
      </nav>
    ) : null}
    {changes.questions.map((question) => (
      <section key={question.question ?? ""}>
        <h2 className="govuk-heading-m" id={`difference-${question.question ?? "whole"}`} tabIndex={-1}>
          {questionHeading(question)}
        </h2>
        <ul className="app-differences">
          {question.rows.map((row, index) => (
            <Row key={`${row.place} ${row.change} ${index}`} row={row} />
          ))}
        </ul>
      </section>
    ))}
  </>
);
