import { Details } from "../../../ui/details.tsx";
import { formatDay } from "../../../ui/format/dates.ts";
import type { Row } from "../words.ts";

interface Note {
  about: string;
  words: string;
}

const note = (about: string, words: string | null | undefined): Note[] => (words ? [{ about, words }] : []);

const revisedWords = ({ revisedSince }: Row): string | null =>
  revisedSince &&
  `${revisedSince.display}, recorded ${formatDay(revisedSince.recordedAt)}${revisedSince.source ? ` from ${revisedSince.source.title}` : ""}`;

const notesOf = (row: Row): Note[] => {
  const { ranking, rating, forecast } = row;
  const judged = rating.judgedBy ? ` (${rating.judgedBy.name})` : "";
  const suggests = rating.reason === rating.suggestedReason ? null : rating.suggestedReason;
  const percent = row.metric.unit === "PERCENT" ? "%" : "";
  return [
    ...note("Rating", `${rating.reason}${judged}`),
    ...note("What the software suggests from", suggests),
    ...note("Progress", row.progress?.basis),
    ...note("Forecast", forecast && `${forecast.value}${percent}. ${forecast.basis}`),
    ...note(
      "Rank",
      ranking && `${ranking.rank}${ranking.tied ? " (equal)" : ""} of ${ranking.of}. ${ranking.basis}`,
    ),
    ...note("Earlier rank", row.earlierRanking?.basis),
    ...note("Target", row.target?.note),
    ...note("Current figure", row.current?.note),
    ...note("Previous figure", row.previous?.note),
    ...note("Revised", revisedWords(row)),
  ];
};

/** The same doubt can hang on the row and on its figures: each is said once. */
export const doubtsOf = (row: Row): string[] => [
  ...new Set([...row.doubts, ...(row.current?.doubts ?? []), ...(row.previous?.doubts ?? [])]),
];

const counted = (count: number, one: string): string => (count === 1 ? `a ${one}` : `${count} ${one}s`);

const summaryOf = (row: Row, doubts: number): string => {
  const parts = [
    ...(row.commentary.length > 0 ? ["commentary"] : []),
    ...(doubts > 0 ? [counted(doubts, "doubt")] : []),
  ];
  return ["Notes", ...parts].join(parts.length > 1 ? ", " : " and ");
};

const PARTS = [
  ["data", "Data"],
  ["review", "Review"],
  ["action", "Action"],
] as const;

const Commentary = ({ row }: { row: Row }) =>
  row.commentary.map((each) => (
    <div key={each.id}>
      <dt>
        Commentary by {each.author.name}, {formatDay(each.writtenAt)}
      </dt>
      {PARTS.map(([part, label]) =>
        each[part] ? (
          <dd key={part} className="app-text">
            <strong>{label}:</strong> {each[part]}
          </dd>
        ) : null,
      )}
    </div>
  ));

/** The table of the row's picture. */
const Series = ({ row }: { row: Row }) =>
  row.series.length > 1 ? (
    <div>
      <dt>Figures over the years</dt>
      {row.series.map(({ id, display, period }) => (
        <dd key={id} className="app-notes__figure">
          {period.label}: {display}
        </dd>
      ))}
    </div>
  ) : null;

/** How the row came about and what is doubtful in it: one step away, so that the table stays readable. */
export const RowNotes = ({ row }: { row: Row }) => {
  const doubts = doubtsOf(row);
  return (
    <Details
      summary={
        <>
          {summaryOf(row, doubts.length)}
          <span className="govuk-visually-hidden"> about {row.title}</span>
        </>
      }
    >
      <dl className="app-notes">
        {notesOf(row).map(({ about, words }) => (
          <div key={about}>
            <dt>{about}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <Commentary row={row} />
        <Series row={row} />
        {doubts.length > 0 ? (
          <div>
            <dt>Doubts about the source</dt>
            {doubts.map((doubt) => (
              <dd key={doubt}>{doubt}</dd>
            ))}
          </div>
        ) : null}
      </dl>
    </Details>
  );
};
