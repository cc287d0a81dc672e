import type { ReactNode } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { EqualityActionsLink } from "../../../ui/equality-actions.tsx";
import { Mark } from "../../../ui/mark.tsx";
import {
  AIM_IN_SHORT,
  codeWords,
  type Dashboard,
  judgementOf,
  PROGRESS,
  QUARTILE,
  type Row,
} from "../words.ts";
import type { DashboardColumn } from "./column-headings.ts";
import { RowNotes } from "./row-notes.tsx";

/** What a cell needs beside its row. */
export interface CellContext {
  dashboard: Dashboard;
  /** The button that opens the row's forms. Null: the reader may not change it. */
  change: ((row: Row) => ReactNode) | null;
}

const Quiet = ({ children }: { children: ReactNode }) => <span className="app-quiet">{children}</span>;

const metricAddress = (row: Row, organisation: string): string =>
  `/performance/metrics/${encodeURIComponent(row.metric.code)}?organisation=${organisation}`;

const Code = ({ row }: { row: Row }) => {
  const words = codeWords(row.metric);
  const printed = row.printed?.code;
  return (
    <>
      <span className="app-value">{words}</span>
      {row.betterCareFund ? <abbr className="app-bcf">BCF</abbr> : null}
      {printed && !words.endsWith(` ${printed}`) ? (
        <span className="app-measure__facts">
          Printed as <span className="app-printed">{printed}</span>
        </span>
      ) : null}
    </>
  );
};

/** As they stand today, while the figures may be of an earlier day: the key says so. Not for the committee's paper. */
const EqualityActions = ({ row: { metric, title }, organisation }: { row: Row; organisation: string }) =>
  metric.equalityActionCounts?.open ? (
    <span className="app-measure__actions app-screen-only">
      <EqualityActionsLink
        counts={metric.equalityActionCounts}
        of={{ metric: metric.code, organisation }}
        hiddenText={`for ${title}`}
      />
    </span>
  ) : null;

const Measure = ({ row, context }: { row: Row; context: CellContext }) => (
  <>
    <AppLink to={metricAddress(row, context.dashboard.organisation.code)} className="app-value">
      {row.title}
    </AppLink>
    <EqualityActions row={row} organisation={context.dashboard.organisation.code} />
    <RowNotes row={row} />
    {context.change?.(row)}
  </>
);

const isSuggestion = ({ rating }: Row): boolean =>
  rating.effective !== null && rating.judged === null && rating.comparison === null;

const Rating = ({ row }: { row: Row }) => (
  <>
    <Mark {...judgementOf(row.rating.effective)} className="app-value" />
    {isSuggestion(row) ? <span className="app-measure__facts">Suggested</span> : null}
  </>
);

const Current = ({ row }: { row: Row }) => (
  <>
    {row.current ? <span className="app-value">{row.current.display}</span> : <Quiet>No figure</Quiet>}
    {row.revisedSince ? <span className="app-revised">Revised since: {row.revisedSince.display}</span> : null}
  </>
);

const rankWords = (rank: { rank: number; of: number; tied: boolean }): string =>
  `${rank.rank} of ${rank.of}${rank.tied ? " (=)" : ""}`;

const value = (words: string | null | undefined, none: string): ReactNode =>
  words ? <span className="app-value">{words}</span> : <Quiet>{none}</Quiet>;

const Comments = ({ row }: { row: Row }) => {
  const written = row.commentary.length > 0;
  return (
    <>
      {value(row.printed?.comments, written ? "" : "None")}
      {written ? <span className="app-measure__facts">Commentary is in the notes</span> : null}
    </>
  );
};

type CellOf = (row: Row, context: CellContext) => ReactNode;

/** How each column shows a row. */
export const CELLS: Record<Exclude<DashboardColumn, "EARLIER_THIS_YEAR">, CellOf> = {
  CODE: (row) => <Code row={row} />,
  MEASURE: (row, context) => <Measure row={row} context={context} />,
  AIM: (row) => <span className="app-value">{AIM_IN_SHORT[row.metric.aim]}</span>,
  RATING: (row) => <Rating row={row} />,
  PROGRESS: (row) =>
    row.progress ? (
      <Mark {...PROGRESS[row.progress.comparison]} className="app-value" />
    ) : (
      <Quiet>Not compared</Quiet>
    ),
  TARGET: (row) => value(row.target?.display, "None"),
  NEXT_TARGET: (row) => value(row.nextTarget?.display, "None yet"),
  CURRENT: (row) => <Current row={row} />,
  PREVIOUS: (row) => value(row.previous?.display, "No figure"),
  BENCHMARK: (row) => value(row.benchmark?.display, "None"),
  QUARTILE: (row) => value(row.quartile && QUARTILE[row.quartile], "None"),
  RANK: (row) => value(row.ranking && rankWords(row.ranking), "None"),
  EARLIER_RANK: (row) => value(row.earlierRanking && rankWords(row.earlierRanking), "None"),
  COMMENTS: (row) => <Comments row={row} />,
};
