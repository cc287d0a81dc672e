import { useState } from "react";
import { useLoaderData, useSearchParams } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { Page, PageHeading } from "../../../ui/page.tsx";
import { DashboardDownloads } from "../downloads.tsx";
import type { Dashboard } from "../words.ts";
import { AnalystLinks } from "./analyst-links.tsx";
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
import { type RowEditing, useRowEditing } from "./row-editing.tsx";
import { UnsavedFigures } from "./unsaved-figures.tsx";

interface RowsProps {
  dashboard: Dashboard;
  editing: RowEditing;
}

const Rows = ({ dashboard, editing }: RowsProps) => {
  const [search] = useSearchParams();
  const filters = readFilters(search);
  const groups = applyFilters(dashboard.groups, filters, editing.open);
  const shown = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const { rows: all } = dashboard.summary;
  const said = describeFilters(filters);
  const counted = groups.some(({ rows }) => rows.some(({ metric }) => metric.equalityActionCounts?.open));
  const context: CellContext = { dashboard, change: editing.change };
  return (
    <>
      <FilterForm key={JSON.stringify(filters)} groups={dashboard.groups} filters={filters} />
      <p className="govuk-body" role="status">
        {said.length === 0
          ? `Showing all ${all} measures`
          : `Showing ${shown} of ${all} measures: ${said.join(", ")}`}
      </p>
      {counted ? (
        <p className="govuk-body app-screen-only">
          Equality actions are counted beside the measure that they should move, as they stand today: those
          open, of signed assessments of {dashboard.organisation.name} that you may see.
        </p>
      ) : null}
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

interface ShownProps {
  data: PerformanceData;
  dashboard: Dashboard;
}

const DashboardPage = ({ data: { editions, viewer }, dashboard }: ShownProps) => {
  const [search] = useSearchParams();
  const knownOn = readKnownOn(search);
  const [isDayWrong, setDayWrong] = useState(false);
  const editing = useRowEditing({ dashboard, viewer, knownOn });
  const { organisation, period } = dashboard;
  const edition = `${organisation.code} ${period.code}`;
  return (
    <div className="app-wide app-appendix">
      <Page
        title={`Performance of ${organisation.name}, ${period.label}`}
        heading={<PageHeading caption={`${organisation.name}, ${period.label}`}>Performance</PageHeading>}
        quietErrors={editing.hasErrors || isDayWrong}
        banner={viewer ? <UnsavedFigures person={viewer.user.id} organisation={organisation.code} /> : null}
      >
        <EditionForm key={edition} editions={editions} dashboard={dashboard} />
        <p className="govuk-body app-edition-title">{dashboard.title}</p>
        <FiguresKnownOn dashboard={dashboard} knownOn={knownOn} onErrors={setDayWrong} />
        {dashboard.source?.doubts.map((doubt) => (
          <p className="app-doubt" key={doubt}>
            <span className="app-doubt__label">Doubt about the source:</span> {doubt}
          </p>
        ))}
        <DashboardDownloads dashboard={dashboard} />
        {viewer?.canWriteMetrics ? <AnalystLinks dashboard={dashboard} /> : null}
        <Headline summary={dashboard.summary} />
        <p className="govuk-body app-to-key">
          <AppLink to={`?${search}#key-to-columns`} staysHere>
            Key to columns
          </AppLink>
        </p>
        <Rows key={edition} dashboard={dashboard} editing={editing} />
        <ColumnKey dashboard={dashboard} />
      </Page>
    </div>
  );
};

export const PerformancePage = () => {
  const data = useLoaderData() as PerformanceData;
  if (data.dashboard) return <DashboardPage data={data} dashboard={data.dashboard} />;
  return (
    <Page title="Performance">
      <p className="govuk-body">No performance figures have been recorded yet.</p>
    </Page>
  );
};
