import type { ReactNode } from "react";
import { ScrollRegion } from "../../../ui/scroll-region.tsx";
import { type Column, GroupedTable, type RowGroup } from "../../../ui/table.tsx";
import type { Dashboard, Row } from "../words.ts";

type Group = Dashboard["groups"][number];

interface Layer {
  key: string;
  title: string | null;
  groups: RowGroup<Row>[];
}

const headingOf = ({ outcome, supportingOutcome }: Group): ReactNode => {
  if (!outcome && !supportingOutcome) return null;
  return (
    <>
      {outcome ? <span className="app-outcome">{outcome.title}</span> : null}
      {supportingOutcome ? <span className="app-outcome__supporting">{supportingOutcome.title}</span> : null}
    </>
  );
};

/** Consecutive groups of one layer, in the order of the paper. */
const layersOf = (groups: readonly Group[]): Layer[] => {
  const layers: Layer[] = [];
  for (const group of groups) {
    const first = group.rows[0]?.position ?? 0;
    const last = layers.at(-1);
    const layer = { key: `${group.layer?.id} ${first}`, title: group.layer?.title ?? null, groups: [] };
    const current: Layer = last && last.title === layer.title ? last : layer;
    if (current !== last) layers.push(current);
    current.groups.push({ key: String(first), heading: headingOf(group), rows: group.rows });
  }
  return layers;
};

/** Tables of so many columns scroll in a region of their own; narrower ones with the page. */
const MANY = 10;

interface DashboardTablesProps {
  groups: readonly Group[];
  columns: readonly Column<Row>[];
  beneath: (row: Row) => ReactNode;
}

/** One table a layer, its rows under the outcomes that they serve, as the committee's appendix has them. */
export const DashboardTables = ({ groups, columns, beneath }: DashboardTablesProps) =>
  layersOf(groups).map(({ key, title, groups: outcomes }) => (
    <section key={key} className="app-layer-section">
      {title ? <h2 className="govuk-heading-m app-layer">{title}</h2> : null}
      <ScrollRegion
        label={`Measures: ${title ?? "all"}`}
        className={columns.length > MANY ? "app-scroll--many" : undefined}
      >
        <GroupedTable
          className="app-dashboard"
          caption={title ? `Measures: ${title}` : "Measures"}
          captionHidden
          columns={columns}
          groups={outcomes}
          rowKey={(row) => `${row.position} ${row.metric.id}`}
          beneath={beneath}
        />
      </ScrollRegion>
    </section>
  ));
