import type { ResultOf } from "gql.tada";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { formatDate } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { Select } from "../../ui/select.tsx";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import { Table } from "../../ui/table.tsx";
import { Tag } from "../../ui/tag.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { listVariables, SHOWN } from "./list-filter.ts";
import { AssessmentsQuery } from "./queries.ts";

type Listed = ResultOf<typeof AssessmentsQuery>["assessments"]["edges"][number]["node"];

const STATUS_OPTIONS = [
  { value: "", label: "Any status" },
  ...Object.entries(ASSESSMENT_STATUS).map(([value, { words }]) => ({ value, label: words })),
];

const FilterForm = () => {
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState({
    show: search.get("show") ?? "",
    status: search.get("status") ?? "",
    search: search.get("search") ?? "",
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(Object.entries(chosen).filter(([, value]) => value !== ""));
  };
  return (
    <form className="app-filters" onSubmit={submit}>
      <h2 className="govuk-visually-hidden">Choose what to show</h2>
      <Select
        id="show"
        label="Show"
        options={SHOWN}
        value={chosen.show}
        onChange={(show) => setChosen({ ...chosen, show })}
      />
      <Select
        id="status"
        label="Status"
        options={STATUS_OPTIONS}
        value={chosen.status}
        onChange={(status) => setChosen({ ...chosen, status })}
      />
      <TextInput
        id="search"
        label="Words in the title"
        type="search"
        value={chosen.search}
        onChange={(words) => setChosen({ ...chosen, search: words })}
      />
      <Button variant="secondary">Show</Button>
    </form>
  );
};

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
    ]}
  />
);

/** All assessments that this person may see, a page at a time. */
export const ListPage = () => {
  const [search] = useSearchParams();
  const { assessments, viewer } = useLiveData(AssessmentsQuery, listVariables(search));
  const { edges, totalCount, pageInfo } = assessments;
  const more = new URLSearchParams(search);
  if (pageInfo.endCursor) more.set("after", pageInfo.endCursor);
  return (
    <Page title="Assessments">
      {viewer?.canStartAssessment ? <ButtonLink to="/assessments/new">Start an assessment</ButtonLink> : null}
      <FilterForm key={search.toString()} />
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
