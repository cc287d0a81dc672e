import type { ResultOf } from "gql.tada";
import { LinkButton } from "../../../../ui/button.tsx";
import type { MetricSearchQuery } from "./queries.ts";

export type FoundMetric = ResultOf<typeof MetricSearchQuery>["metrics"]["edges"][number]["node"];

export const MetricList = ({
  metrics,
  onChoose,
}: {
  metrics: readonly FoundMetric[];
  onChoose: (metric: FoundMetric) => void;
}) => (
  <ul className="app-results">
    {metrics.map((metric) => (
      <li className="app-results__item" key={metric.id}>
        <LinkButton onClick={() => onChoose(metric)}>{metric.title}</LinkButton>
        <span className="govuk-hint app-block govuk-!-margin-bottom-0">
          {metric.officialCode ?? metric.code}, {metric.framework}
        </span>
      </li>
    ))}
  </ul>
);
