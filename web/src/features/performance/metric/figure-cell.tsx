import { Details } from "../../../ui/details.tsx";
import { formatDay } from "../../../ui/format/dates.ts";
import { Tag } from "../../../ui/tag.tsx";
import type { Figure } from "../words.ts";
import { paperWords } from "./paper-words.ts";
import type { Target } from "./types.ts";

/** What sort of figure it is, where it is no plain actual. */
const STATUS: Partial<Record<Figure["status"], string>> = {
  FORECAST: "Forecast",
  PROVISIONAL: "Provisional",
  ESTIMATE: "Estimate",
};

interface Revision {
  display: string;
  recordedAt: string;
  source: Target["source"];
}

/** Revisions of what is shown: those before it and, for a page as at an earlier day, those since. */
const around = <Row extends Revision>(shown: Revision, revisions: readonly Row[]) => {
  const at = Date.parse(shown.recordedAt);
  return {
    earlier: revisions.filter(({ recordedAt }) => Date.parse(recordedAt) < at),
    later: revisions.filter(({ recordedAt }) => Date.parse(recordedAt) > at),
  };
};

const RevisionList = ({ revisions }: { revisions: readonly Revision[] }) => (
  <ul className="govuk-list">
    {revisions.map((revision) => (
      <li key={revision.recordedAt}>
        <strong>{revision.display}</strong>, recorded {formatDay(revision.recordedAt)}:{" "}
        {paperWords(revision.source)}
      </li>
    ))}
  </ul>
);

interface RevisionsProps {
  shown: Revision;
  revisions: readonly Revision[];
  /** What has been revised, for those who hear the words out of their place: "the target for 2019/20". */
  of: string;
  /** One of them in words: "value", "target". */
  noun: string;
  /** What the source adds: one step away where it is long. */
  note?: string | null | undefined;
}

const summaryOf = (noun: string, count: number): string => {
  if (count === 0) return "Note";
  return count === 1 ? `1 other ${noun}` : `${count} other ${noun}s`;
};

/** When it was said otherwise, and by which paper. Nothing is overwritten. */
export const Revisions = ({ shown, revisions, of, noun, note }: RevisionsProps) => {
  const { earlier, later } = around(shown, revisions);
  const count = earlier.length + later.length;
  if (count === 0 && !note) return null;
  return (
    <Details
      summary={
        <>
          {summaryOf(noun, count)}
          <span className="govuk-visually-hidden"> for {of}</span>
        </>
      }
    >
      {note ? <p className="govuk-body">{note}</p> : null}
      {earlier.length > 0 ? (
        <>
          <p className="govuk-body">Before:</p>
          <RevisionList revisions={earlier} />
        </>
      ) : null}
      {later.length > 0 ? (
        <>
          <p className="govuk-body">Since then:</p>
          <RevisionList revisions={later} />
        </>
      ) : null}
    </Details>
  );
};

const OneFigure = ({ figure, of }: { figure: Figure; of: string }) => {
  const status = STATUS[figure.status];
  return (
    <div className="app-figure">
      {figure.value === null ? (
        <span className="app-quiet">{figure.display}</span>
      ) : (
        <strong>{figure.display}</strong>
      )}{" "}
      {status ? <Tag colour="grey">{status}</Tag> : null}
      {figure.note ? <span className="govuk-hint app-block">{figure.note}</span> : null}
      {figure.doubts.map((doubt) => (
        <span className="app-doubt" key={doubt}>
          <span className="app-doubt__label">Doubt:</span> {doubt}
        </span>
      ))}
      <span className="app-figure__paper">{paperWords(figure.source)}</span>
      <Revisions shown={figure} revisions={figure.revisions} of={of} noun="value" />
    </div>
  );
};

/** What was reported for a period, or that nothing was. A blank is never nought. */
export const FigureCell = ({ figures, of }: { figures: readonly Figure[]; of: string }) =>
  figures.length === 0 ? (
    <span className="app-quiet">No figure recorded</span>
  ) : (
    figures.map((figure) => <OneFigure key={figure.id} figure={figure} of={of} />)
  );
