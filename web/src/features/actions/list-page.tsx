import { useSearchParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { DownloadList } from "../../ui/download-list.tsx";
import { dueWords, StatusTags } from "../../ui/equality-actions.tsx";
import { formatDay } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { actionAddress, actionVariables, BESIDES, downloadAddress } from "./action-filter.ts";
import { FilterForm } from "./filter-form.tsx";
import { ActionsQuery } from "./queries.ts";
import type { ListedAction } from "./types.ts";

const lastNote = ({ notes }: ListedAction): string => {
  const last = notes.at(-1);
  if (last === undefined) return "None yet";
  return `${notes.length === 1 ? "1 note" : `${notes.length} notes`}, last on ${formatDay(last.recordedAt)}`;
};

const Small = ({ words }: { words: string }) => (
  <span className="govuk-hint app-block govuk-!-margin-bottom-0">{words}</span>
);

const ActionTable = ({ actions }: { actions: readonly ListedAction[] }) => (
  <Table
    caption="Equality actions"
    captionHidden
    rows={actions}
    rowKey={({ id }) => id}
    columns={[
      {
        key: "action",
        heading: "Action",
        rowHeading: true,
        cell: ({ id, action, objective, assessment }) => (
          <>
            <AppLink to={actionAddress(id)}>{action || objective}</AppLink>
            {assessment ? <Small words={`${assessment.reference}, ${assessment.title}`} /> : null}
          </>
        ),
      },
      { key: "status", heading: "Status", cell: (action) => <StatusTags action={action} /> },
      { key: "due", heading: "Due", cell: ({ dueInForce }) => dueWords(dueInForce) },
      {
        key: "who",
        heading: "Who sees to it",
        cell: ({ owner, officer }) => (
          <>
            {owner?.name ?? officer}
            {owner && officer ? <Small words={officer} /> : null}
          </>
        ),
      },
      {
        key: "metric",
        heading: "Measure and target",
        cell: ({ metric, target }) => (
          <>
            {metric ? (
              <AppLink to={`/performance/metrics/${encodeURIComponent(metric.code)}`}>{metric.title}</AppLink>
            ) : null}
            {target ? <Small words={target} /> : null}
          </>
        ),
      },
      { key: "notes", heading: "Progress", cell: lastNote },
    ]}
  />
);

/** What else the address asks for, which no field of the form shows. */
const Besides = ({ plan, organisation }: { plan: string | undefined; organisation: string | undefined }) => {
  const [search] = useSearchParams();
  const given = (name: string, words: (value: string) => string) => {
    const value = search.get(name)?.trim();
    return value ? [words(value)] : [];
  };
  const words = [
    ...given("organisation", () => organisation ?? "an organisation that is not known"),
    ...given("metric", (metric) => `the measure ${metric}`),
    ...given("delivery", (reference) => `the delivery action ${reference}`),
    ...given("plan", (slug) => `the plan ${plan ?? slug}`),
    ...given("assessment", (assessment) => `the assessment ${assessment}`),
  ];
  if (words.length === 0) return null;
  const all = new URLSearchParams(search);
  for (const name of [...BESIDES, "after"]) all.delete(name);
  return (
    <p className="govuk-body">
      Only those of {words.join(" of ")}. <AppLink to={`?${all}`}>Show all others too</AppLink>
    </p>
  );
};

/** Actions of signed assessments, the late ones first, a page at a time. */
export const ListPage = () => {
  const [search] = useSearchParams();
  const { equalityActions, departments, strategy, organisation } = useLiveData(
    ActionsQuery,
    actionVariables(search),
  );
  const { edges, totalCount, pageInfo } = equalityActions;
  const more = new URLSearchParams(search);
  if (pageInfo.endCursor) more.set("after", pageInfo.endCursor);
  return (
    <div className="app-wide">
      <Page title="Equality actions">
        <p className="govuk-body-l">
          What signed assessments say will be done, and what has become of it. Overdue ones come first.
        </p>
        <FilterForm key={search.toString()} departments={departments} />
        <Besides plan={strategy?.title} organisation={organisation?.name} />
        <p className="govuk-body" role="status">
          {totalCount === 1 ? "1 action" : `${totalCount} actions`}
        </p>
        {edges.length > 0 ? (
          <ActionTable actions={edges.map(({ node }) => node)} />
        ) : (
          <p className="govuk-body">No action fits what you chose.</p>
        )}
        {pageInfo.hasNextPage ? (
          <p className="govuk-body">
            <AppLink to={`?${more}`}>Next actions</AppLink>
          </p>
        ) : null}
        <DownloadList words="these actions" links={[{ href: downloadAddress(search), words: "CSV" }]} />
      </Page>
    </div>
  );
};
