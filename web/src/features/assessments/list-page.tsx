import type { ResultOf } from "gql.tada";
import { useSearchParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { AddressForm, departmentField } from "../../ui/address-form.tsx";
import { AppLink } from "../../ui/app-link.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { CHARACTERISTIC_OPTIONS } from "../../ui/characteristic-options.ts";
import { formatDate, todayInLondon } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import { Table } from "../../ui/table.tsx";
import { Tag } from "../../ui/tag.tsx";
import { DUE, listVariables, ORDERS, SHOWN } from "./list-filter.ts";
import { AssessmentsQuery } from "./queries.ts";

type Listed = ResultOf<typeof AssessmentsQuery>["assessments"]["edges"][number]["node"];

const STATUS_OPTIONS = [
  { value: "", label: "Any status" },
  ...Object.entries(ASSESSMENT_STATUS).map(([value, { words }]) => ({ value, label: words })),
];

type Listing = ResultOf<typeof AssessmentsQuery>;

const FilterForm = ({ departments }: Pick<Listing, "departments">) => (
  <AddressForm
    heading="Choose what to show"
    fields={[
      { name: "show", label: "Show", options: SHOWN },
      { name: "status", label: "Status", options: STATUS_OPTIONS },
      departmentField(departments),
      { name: "characteristic", label: "People affected", options: CHARACTERISTIC_OPTIONS },
      { name: "due", label: "Review", options: DUE },
      { name: "order", label: "Order", options: ORDERS },
      { name: "search", label: "Words in the title", type: "search" },
    ]}
  />
);

const AssessmentTable = ({ assessments }: { assessments: readonly Listed[] }) => (
  <Table
    caption="Assessments"
    captionHidden
    rows={assessments}
    rowKey={(assessment) => assessment.id}
    columns={[
      {
        key: "title",
        heading: "Assessment",
        rowHeading: true,
        cell: (assessment) => (
          <>
            <AppLink to={`/assessments/${assessment.reference}`}>{assessment.title}</AppLink>
            <span className="govuk-hint app-block govuk-!-margin-bottom-0">{assessment.reference}</span>
          </>
        ),
      },
      {
        key: "status",
        heading: "Status",
        cell: ({ status }) => (
          <Tag colour={ASSESSMENT_STATUS[status].colour}>{ASSESSMENT_STATUS[status].words}</Tag>
        ),
      },
      { key: "department", heading: "Department", cell: ({ department }) => department.name },
      { key: "lead", heading: "Lead officer", cell: ({ leadOfficer }) => leadOfficer.name },
      { key: "started", heading: "Started", cell: ({ startedOn }) => formatDate(startedOn) },
      {
        key: "due",
        heading: "Review due",
        cell: ({ reviewDueOn }) => (reviewDueOn ? formatDate(reviewDueOn) : "No day set"),
      },
    ]}
  />
);

/** All assessments that this person may see, a page at a time. */
export const ListPage = () => {
  const [search] = useSearchParams();
  const { assessments, departments, viewer } = useLiveData(
    AssessmentsQuery,
    listVariables(search, todayInLondon()),
  );
  const { edges, totalCount, pageInfo } = assessments;
  const more = new URLSearchParams(search);
  if (pageInfo.endCursor) more.set("after", pageInfo.endCursor);
  return (
    <Page title="Assessments">
      {viewer?.canStartAssessment ? <ButtonLink to="/assessments/new">Start an assessment</ButtonLink> : null}
      {viewer?.canReview ? (
        <p className="govuk-body">
          <AppLink to="/assessments/agenda">Agenda of the equalities group</AppLink>
        </p>
      ) : null}
      <FilterForm key={search.toString()} departments={departments} />
      <p className="govuk-body" role="status">
        {totalCount === 1 ? "1 assessment" : `${totalCount} assessments`}
      </p>
      {edges.length > 0 ? (
        <AssessmentTable assessments={edges.map((edge) => edge.node)} />
      ) : (
        <p className="govuk-body">No assessment fits what you chose.</p>
      )}
      {pageInfo.hasNextPage ? (
        <p className="govuk-body">
          <AppLink to={`?${more}`}>Next assessments</AppLink>
        </p>
      ) : null}
    </Page>
  );
};
