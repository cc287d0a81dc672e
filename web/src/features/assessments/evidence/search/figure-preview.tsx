import { CHARACTERISTIC_ROWS } from "@due-regard/domain/ehria/reference-data";
import type { ResultOf } from "gql.tada";
import type { ReactNode } from "react";
import { useQuery } from "urql";
import { AppLink } from "../../../../ui/app-link.tsx";
import { formatDate, formatDay } from "../../../../ui/format/dates.ts";
import { SummaryList } from "../../../../ui/summary-list.tsx";
import { Table } from "../../../../ui/table.tsx";
import type { Chosen } from "./chosen.ts";
import { type FigureRating, RatingMark, useRating } from "./figure-rating.tsx";
import { FigureQuery } from "./queries.ts";

type Answer = ResultOf<typeof FigureQuery>;
type Figure = Extract<NonNullable<Answer["node"]>, { __typename: "Observation" }>;
type Metric = NonNullable<Answer["metric"]>;
type Breakdown = Metric["breakdowns"][number];
export type Characteristic = Breakdown["characteristic"];
type Row = [label: string, value: ReactNode];

const characteristicName = (name: Characteristic): string =>
  CHARACTERISTIC_ROWS.find(({ characteristic }) => characteristic === name)?.label ?? name;

const STATUS: Partial<Record<Figure["status"], string>> = {
  PROVISIONAL: "provisional",
  ESTIMATE: "an estimate",
  FORECAST: "a forecast",
};

const sourceWords = ({ source }: Figure): string | null =>
  source && `${source.title}${source.meetingDate ? `, ${formatDate(source.meetingDate)}` : ""}`;

const targetWords = ({ targets }: Metric, period: string, rating: FigureRating | null): string | null =>
  targets.find((target) => target.supersededAt === null && target.period.code === period)?.display ??
  rating?.target ??
  null;

const benchmarkWords = ({ benchmarks }: Metric, rating: FigureRating | null): string | null =>
  benchmarks.map(({ display, group }) => `${display} (${group})`).join("; ") || (rating?.benchmark ?? null);

const rowsOf = (figure: Figure, metric: Metric, rating: FigureRating | null): Row[] => {
  const status = STATUS[figure.status];
  return [
    ["Figure", <strong key="figure">{`${figure.display}${status ? `, ${status}` : ""}`}</strong>],
    ["Council", figure.organisation.name],
    ["Period", figure.period.label],
    ["Group", figure.breakdown?.category ?? "Everybody"],
    [
      "Rating",
      figure.breakdown ? null : (
        <>
          <RatingMark rating={rating} />
          {rating?.reason ? <span className="govuk-hint app-block">{rating.reason}</span> : null}
        </>
      ),
    ],
    ["Target", targetWords(metric, figure.period.code, rating) ?? "None for this period"],
    ["Benchmark", benchmarkWords(metric, rating) ?? "None for this period"],
    ["Source", sourceWords(figure)],
    ["Known here since", formatDay(figure.recordedAt)],
    ["Said of it", figure.note],
    ["Doubts", figure.doubts.join(" ")],
    [
      "Plans that it serves",
      metric.strategyElements.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
          {metric.strategyElements.map(({ id, strategy, title }) => (
            <li key={id}>
              {strategy.title}: {title}
            </li>
          ))}
        </ul>
      ) : null,
    ],
  ];
};

const ratioWords = ({ disparities }: Breakdown, category: string | undefined): ReactNode => {
  const found = disparities.find((each) => each.category === category);
  if (!found) return <span className="app-quiet">Not compared</span>;
  const chance = found.couldBeChance ? " The difference could be chance." : "";
  return found.ratio === null
    ? (found.note ?? "Not compared")
    : `${found.ratio} (95% interval ${found.low} to ${found.high}).${chance}`;
};

interface GroupsProps {
  breakdown: Breakdown;
  period: string;
  /** Whether they are cited with the figure. Null: they can't be, since what is cited is a group itself. */
  cited: boolean | null;
  onCite: (cited: boolean) => void;
}

const Groups = ({ breakdown, period, cited, onCite }: GroupsProps) => {
  const name = characteristicName(breakdown.characteristic);
  const id = `groups-${breakdown.characteristic}`;
  return (
    <>
      <Table
        caption={`${name}, ${period}`}
        rows={breakdown.observations}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "group",
            heading: "Group",
            rowHeading: true,
            cell: (row) => row.breakdown?.category ?? "",
          },
          { key: "figure", heading: "Figure", cell: ({ display }) => display },
          {
            key: "ratio",
            heading: "Ratio to everybody else",
            cell: (row) => ratioWords(breakdown, row.breakdown?.category),
          },
        ]}
      />
      {cited === null ? null : (
        <div className="govuk-checkboxes govuk-checkboxes--small govuk-!-margin-bottom-4">
          <div className="govuk-checkboxes__item">
            <input
              type="checkbox"
              id={id}
              className="govuk-checkboxes__input"
              checked={cited}
              onChange={(event) => onCite(event.target.checked)}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
              Cite these groups with the figure ({name.toLowerCase()})
            </label>
          </div>
        </div>
      )}
    </>
  );
};

interface FigurePreviewProps {
  chosen: Extract<Chosen, { kind: "FIGURE" }>;
  /** Characteristics whose groups are cited with it. */
  groups: readonly Characteristic[];
  onGroups: (groups: Characteristic[]) => void;
}

/** A figure as it stands, with what one needs to know before citing it. */
export const FigurePreview = ({ chosen, groups, onGroups }: FigurePreviewProps) => {
  const { id, metric: code, organisation, period } = chosen;
  const [{ data, fetching }] = useQuery({
    query: FigureQuery,
    variables: { id, code, organisation, period },
  });
  const rating = useRating(chosen);
  const figure = data?.node?.__typename === "Observation" ? data.node : null;
  if (fetching && !data) return <p className="govuk-body">Fetching the figure…</p>;
  if (!figure || !data?.metric) {
    return <p className="govuk-body">This figure can&rsquo;t be shown now. Go back and choose it again.</p>;
  }
  const { breakdowns } = data.metric;
  return (
    <>
      <SummaryList
        rows={rowsOf(figure, data.metric, rating).flatMap(([label, value]) =>
          value ? [{ key: label, label, value }] : [],
        )}
      />
      {breakdowns.length > 0 ? (
        <p className="govuk-body">
          Counts under five are hidden, with a second group where the first could be worked out. What is cited
          is what everybody may read.
        </p>
      ) : null}
      {breakdowns.map((breakdown) => (
        <Groups
          key={breakdown.characteristic}
          breakdown={breakdown}
          period={figure.period.label}
          cited={figure.breakdown ? null : groups.includes(breakdown.characteristic)}
          onCite={(cited) =>
            onGroups(
              cited
                ? [...groups, breakdown.characteristic]
                : groups.filter((each) => each !== breakdown.characteristic),
            )
          }
        />
      ))}
      <p className="govuk-body">
        <AppLink to={`/performance/metrics/${encodeURIComponent(code)}?organisation=${organisation}`}>
          Open the measure
        </AppLink>
      </p>
    </>
  );
};
