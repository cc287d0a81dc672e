import { SummaryList, type SummaryRow } from "../../../ui/summary-list.tsx";
import { ACCUMULATION, AIM, type Metric, UNIT } from "../words.ts";

const partsOf = ({ numeratorLabel, denominatorLabel }: Metric): SummaryRow[] =>
  numeratorLabel || denominatorLabel
    ? [
        {
          key: "parts",
          label: "Worked out from",
          value: [numeratorLabel, denominatorLabel].filter(Boolean).join(" out of "),
        },
      ]
    : [];

/** What the measure is, whoever reports it. */
export const MetricFacts = ({ metric }: { metric: Metric }) => (
  <div className="app-metric__facts">
    <SummaryList
      rows={[
        { key: "aim", label: "Aim", value: AIM[metric.aim] },
        { key: "unit", label: "Measured as", value: UNIT[metric.unit] },
        { key: "accumulation", label: "Covers", value: ACCUMULATION[metric.accumulation] },
        { key: "framework", label: "Framework", value: metric.framework },
        { key: "code", label: "Code here", value: <span className="app-code">{metric.code}</span> },
        ...partsOf(metric),
      ]}
    />
  </div>
);
