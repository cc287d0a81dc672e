import { useLoaderData, useSearchParams } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { Page } from "../../../ui/page.tsx";
import type { Dashboard } from "../words.ts";
import type { CellContext } from "./cells.tsx";
import { ColumnKey } from "./column-key.tsx";
import { dashboardColumns } from "./columns.tsx";
import { DashboardTables } from "./dashboard-tables.tsx";
import { EditionForm } from "./edition-form.tsx";
import { describeFilters, FilterForm } from "./filter-form.tsx";
import { applyFilters, readFilters } from "./filters.ts";
import { Headline } from "./headline.tsx";
import { FiguresKnownOn } from "./known-on.tsx";
import { type PerformanceData, readKnownOn } from "./load-dashboard.ts";
import { useRowEditing } from "./row-editing.tsx";

const Rows = ({ dashboard, viewer }: { dashboard: Dashboard; viewer: PerformanceData["viewer"] }) => {
  const [search] = useSearchParams();
  const filters = readFilters(search);
  const groups = applyFilters(dashboard.groups, filters);
  const shown = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const { rows: all } = dashboard.summary;
  const said = describeFilters(filters);
  const editing = useRowEditing(dashboard, viewer);
  const context: CellContext = { dashboard, change: editing.change };
  return (
    <>
      <FilterForm key={JSON.stringify(filters)} groups={dashboard.groups} filters={filters} />
      <p className="govuk-body" role="status">
        {shown === all && said.length === 0
          ? `Showing all ${all} measures`
          : `Showing ${shown} of ${all} measures: ${said.join(", ")}`}
      </p>
      {shown === 0 ? (
        <p className="govuk-body">
          {all === 0
            ? "This dashboard shows no measure yet."
            : "No measure fits what you chose. Take a filter away to see more."}
        </p>
      ) : (
        <DashboardTables groups={groups} columns={dashboardColumns(context)} beneath={editing.beneath} />
      )}
    </>
  );
};

export const PerformancePage = () => {
  const { editions, dashboard, viewer } = useLoaderData() as PerformanceData;
  const [search] = useSearchParams();
  if (!dashboard) {
    return (
      <Page title="Performance">
        <p className="govuk-body">No performance figures have been recorded yet.</p>
      </Page>
    );
  }
  const { organisation, period } = dashboard;
  const edition = `${organisation.code} ${period.code}`;
  return (
    <div className="app-wide app-appendix">
      <Page title="Performance" caption={`${organisation.name}, ${period.label}`}>
        <EditionForm key={edition} editions={editions} dashboard={dashboard} />
        <p className="govuk-body app-edition-title">{dashboard.title}</p>
        <FiguresKnownOn dashboard={dashboard} knownOn={readKnownOn(search)} />
        <Headline summary={dashboard.summary} />
        <p className="govuk-body app-to-key">
          <AppLink to={`?${search}#key-to-columns`} staysHere>
            Key to columns
          </AppLink>
        </p>
        <Rows key={edition} dashboard={dashboard} viewer={viewer} />
        <ColumnKey dashboard={dashboard} />
      </Page>
    </div>
  );
};
