import { useLoaderData, useSearchParams } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { DashboardDownloads } from "../downloads.tsx";
import { ImportLink } from "../importing/import-link.tsx";
import type { Dashboard } from "../words.ts";
import { DashboardForm } from "./dashboard-form.tsx";
import { DashboardGroups } from "./dashboard-groups.tsx";
import { applyFilters, readFilters } from "./filters.ts";
import { Headline } from "./headline.tsx";
import type { PerformanceData } from "./load-dashboard.ts";

const withFigures = (search: URLSearchParams, figures: "latest" | null): string => {
  const next = new URLSearchParams(search);
  if (figures) next.set("figures", figures);
  else next.delete("figures");
  return `?${next}`;
};

/** Says which day's knowledge the figures show, and offers the other. */
const AsReported = ({ dashboard }: { dashboard: Dashboard }) => {
  const [search] = useSearchParams();
  const latest = search.get("figures") === "latest";
  const { reportedOn, source } = dashboard;
  const reported = reportedOn ? `as reported on ${formatDate(reportedOn)}` : "as reported";
  return (
    <p className="govuk-body app-as-reported">
      {latest ? (
        <>
          Figures as they are known today.{" "}
          <AppLink to={withFigures(search, null)} staysHere>
            See them {reported}
          </AppLink>
        </>
      ) : (
        <>
          Figures {reported}
          {source?.committee ? ` to the ${source.committee}` : ""}.{" "}
          <AppLink to={withFigures(search, "latest")} staysHere>
            See the latest figures
          </AppLink>
        </>
      )}
    </p>
  );
};

const Rows = ({ dashboard }: { dashboard: Dashboard }) => {
  const [search] = useSearchParams();
  const groups = applyFilters(dashboard.groups, readFilters(search));
  const shown = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const { rows: all } = dashboard.summary;
  return (
    <>
      <p className="govuk-body" role="status">
        {shown === all ? `Showing all ${all} measures` : `Showing ${shown} of ${all} measures`}
      </p>
      {shown === 0 ? (
        <p className="govuk-body">No measure fits what you chose. Take a filter away to see more.</p>
      ) : (
        <DashboardGroups groups={groups} organisation={dashboard.organisation.code} />
      )}
    </>
  );
};

export const PerformancePage = () => {
  const { editions, dashboard } = useLoaderData() as PerformanceData;
  if (!dashboard) {
    return (
      <Page title="Performance">
        <p className="govuk-body">No performance figures have been recorded yet.</p>
      </Page>
    );
  }
  const subject = `${dashboard.organisation.name}, ${dashboard.period.label}`;
  return (
    <div className="app-wide">
      <Page title="Performance" caption={subject}>
        <DashboardForm
          key={`${dashboard.organisation.code} ${dashboard.period.code}`}
          editions={editions}
          dashboard={dashboard}
        />
        <AsReported dashboard={dashboard} />
        <DashboardDownloads dashboard={dashboard} />
        <ImportLink />
        <Headline summary={dashboard.summary} />
        <Rows dashboard={dashboard} />
      </Page>
    </div>
  );
};
