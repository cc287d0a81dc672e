import { useState } from "react";
import { useSearchParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { Table } from "../../../ui/table.tsx";
import { COLUMNS } from "./columns.tsx";
import { listVariables } from "./list-address.ts";
import { ListForm } from "./list-form.tsx";
import { StrategiesQuery } from "./queries.ts";

const shownWords = (shown: number, total: number, on: string | null): string => {
  const plans = total === 1 ? "1 strategy" : `${total} strategies`;
  const when = on ? `, in force on ${formatDate(on)}` : "";
  return shown < total ? `Showing ${shown} of ${plans}${when}` : `${plans}${when}`;
};

/** All plans, each with its line, what it is made of, how it is rated and what it leaves open. */
export const StrategiesPage = () => {
  const [search] = useSearchParams();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const variables = listVariables(search);
  const { strategies, owners } = useLiveData(StrategiesQuery, variables);
  const { edges, totalCount, pageInfo } = strategies;
  const organisations = new Map(
    owners.edges.flatMap(({ node }) => node.organisations.map((each) => [each.code, each] as const)),
  );
  const more = new URLSearchParams(search);
  if (pageInfo.endCursor) more.set("after", pageInfo.endCursor);
  return (
    <div className="app-wide">
      <Page title="Strategies" errors={errors}>
        <p className="govuk-body">
          Plans run one after the other and in layers. Open one to see its outcomes, the figures that belong
          to them, what it leaves open and how its actions get on.
        </p>
        <ListForm
          key={search.toString()}
          organisations={[...organisations.values()].sort((a, b) => a.name.localeCompare(b.name))}
          error={errors[0]?.message}
          onErrors={setErrors}
        />
        <p className="govuk-body" role="status">
          {shownWords(edges.length, totalCount, variables.on)}
        </p>
        {edges.length === 0 ? (
          <p className="govuk-body">
            {owners.totalCount === 0
              ? "No strategy has been recorded yet."
              : "No strategy fits what you chose. Choose another day or organisation to see more."}
          </p>
        ) : (
          <div className="app-plan-list">
            <Table
              caption="Strategies, newest first"
              captionHidden
              rows={edges.map((edge) => edge.node)}
              rowKey={(plan) => plan.id}
              columns={COLUMNS}
            />
          </div>
        )}
        {edges.length > 0 ? (
          <p className="govuk-hint">
            Ratings are of the newest dashboard reported in a plan&rsquo;s years. Actions are overdue as of{" "}
            {formatDate(edges[0]?.node.gaps.on ?? "")}. Only assessments that you may see are counted.
          </p>
        ) : null}
        {pageInfo.hasNextPage ? (
          <p className="govuk-body">
            <AppLink to={`?${more}`}>Next strategies</AppLink>
          </p>
        ) : null}
      </Page>
    </div>
  );
};
