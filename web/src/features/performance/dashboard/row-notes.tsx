import { Details } from "../../../ui/details.tsx";
import { formatDay } from "../../../ui/format/dates.ts";
import type { Row } from "../words.ts";

interface Note {
  about: string;
  words: string;
}

const notesOf = (row: Row): Note[] => {
  const note = (about: string, words: string | null | undefined): Note[] => (words ? [{ about, words }] : []);
  const { ranking, revisedSince, rating } = row;
  return [
    ...note("Rating", rating.reason),
    ...note("Progress", row.progress?.basis),
    ...note(
      "Forecast",
      row.forecast &&
        `${row.forecast.value}${row.metric.unit === "PERCENT" ? "%" : ""}. ${row.forecast.basis}`,
    ),
    ...note(
      "Rank",
      ranking && `${ranking.rank}${ranking.tied ? " (equal)" : ""} of ${ranking.of}. ${ranking.basis}`,
    ),
    ...note("Target", row.target?.note),
    ...note("Current figure", row.current?.note),
    ...note("Previous figure", row.previous?.note),
    ...note(
      "Revised",
      revisedSince &&
        `${revisedSince.display}, recorded ${formatDay(revisedSince.recordedAt)}${revisedSince.source ? ` from ${revisedSince.source.title}` : ""}`,
    ),
  ];
};

/** The same doubt can hang on the row and on its figures: each is said once. */
export const doubtsOf = (row: Row): string[] => [
  ...new Set([...row.doubts, ...(row.current?.doubts ?? []), ...(row.previous?.doubts ?? [])]),
];

/** How the row came about and what is doubtful in it: one step away, so that the table stays readable. */
export const RowNotes = ({ row }: { row: Row }) => {
  const notes = notesOf(row);
  const doubts = doubtsOf(row);
  if (notes.length === 0 && doubts.length === 0) return null;
  const summary =
    doubts.length > 0
      ? doubts.length === 1
        ? "Notes and a doubt"
        : `Notes and ${doubts.length} doubts`
      : "Notes";
  return (
    <Details
      summary={
        <>
          {summary}
          <span className="govuk-visually-hidden"> about {row.title}</span>
        </>
      }
    >
      <dl className="app-notes">
        {notes.map(({ about, words }) => (
          <div key={about}>
            <dt>{about}</dt>
            <dd>{words}</dd>
          </div>
        ))}
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
