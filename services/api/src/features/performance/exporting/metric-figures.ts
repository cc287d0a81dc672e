import type { ObservationRow } from "@due-regard/database/read-models/figures";
import { periodOf } from "@due-regard/domain/metrics/period";
import type { Column } from "../../../downloads/sheet.ts";
import { meetingCell, sourceCell } from "./figure-context.ts";
import type { MetricContent } from "./metric-content.ts";
import { type FigureRow, figureColumns, figureRow } from "./own-columns.ts";

export interface MetricFigure extends FigureRow {
  content: MetricContent;
  organisationName: string;
}

/** The figures of a metric with whose they are, oldest period first. */
export const figuresOfMetric = (content: MetricContent): MetricFigure[] => {
  const organisations = new Map(content.organisations.map((each) => [each.id, each]));
  return content.figures.map((figure) => {
    const organisation = organisations.get(figure.organisationId);
    return {
      ...figureRow(
        figure,
        { metric: content.metric.code, organisation: organisation?.code ?? "" },
        isProtected(content, figure),
      ),
      content,
      organisationName: organisation?.name ?? "",
    };
  });
};

const isProtected = ({ protectedBreakdowns }: MetricContent, figure: ObservationRow): boolean =>
  protectedBreakdowns && figure.breakdownCharacteristic != null;

const CONTEXT: readonly Column<MetricFigure>[] = [
  {
    header: "organisation name",
    width: 24,
    means: "Whose figure it is",
    cell: ({ organisationName }) => organisationName,
  },
  { header: "measure", width: 48, means: "The metric’s name", cell: ({ content }) => content.metric.title },
  {
    header: "code",
    width: 12,
    means: "The metric’s code in its framework",
    cell: ({ content }) => content.metric.officialCode,
  },
  {
    header: "period in words",
    width: 24,
    means: "What stretch of time it is about",
    cell: ({ figure }) => periodOf(figure.period).label,
  },
  {
    header: "first day",
    width: 12,
    means: "The period’s first day",
    cell: ({ figure }) => periodOf(figure.period).start,
  },
  {
    header: "last day",
    width: 12,
    means: "The period’s last day",
    cell: ({ figure }) => periodOf(figure.period).end,
  },
  {
    header: "protected",
    width: 12,
    means:
      "“Yes”: a group’s figure with small counts hidden and the rest rounded. It is not the figure as recorded, and can’t be imported",
    cell: ({ content, figure }) => (isProtected(content, figure) ? "Yes" : ""),
  },
  {
    header: "source paper",
    width: 40,
    means: "The paper that the figure comes from. Blank: entered by hand",
    cell: ({ content, figure }) => sourceCell(figure, content.sources),
  },
  {
    header: "meeting date",
    width: 12,
    means: "When that paper’s committee met",
    cell: ({ content, figure }) => meetingCell(figure, content.sources),
  },
];

/** A figure in our own format, and beside it what helps a reader. */
export const metricFigureColumns: readonly Column<MetricFigure>[] = figureColumns(CONTEXT);
