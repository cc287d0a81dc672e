import { PROTECTED_CHARACTERISTICS } from "@due-regard/domain/ehria/vocabulary";
import type { ResultOf } from "gql.tada";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { formatDate, todayInLondon } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { Select } from "../../ui/select.tsx";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import { Table } from "../../ui/table.tsx";
import { Tag } from "../../ui/tag.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { DUE, listVariables, ORDERS, SHOWN } from "./list-filter.ts";
import { AssessmentsQuery } from "./queries.ts";

type Listed = ResultOf<typeof AssessmentsQuery>["assessments"]["edges"][number]["node"];

/** "GENDER_REASSIGNMENT" in words: the list is of all forms, each of which has names of its own. */
const inWords = (name: string): string => {
  const words = name.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const STATUS_OPTIONS = [
  { value: "", label: "Any status" },
  ...Object.entries(ASSESSMENT_STATUS).map(([value, { words }]) => ({ value, label: words })),
];

type Listing = ResultOf<typeof AssessmentsQuery>;

const CHARACTERISTIC_OPTIONS = [
  { value: "", label: "Any characteristic" },
  ...PROTECTED_CHARACTERISTICS.map((value) => ({ value, label: inWords(value) })),
];

const CHOSEN = ["show", "status", "department", "characteristic", "due", "order", "search"] as const;
type Chosen = Record<(typeof CHOSEN)[number], string>;

const FilterForm = ({ departments }: Pick<Listing, "departments">) => {
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState(
    () => Object.fromEntries(CHOSEN.map((name) => [name, search.get(name) ?? ""])) as Chosen,
  );
  const selects = [
    { name: "show", label: "Show", options: SHOWN },
    { name: "status", label: "Status", options: STATUS_OPTIONS },
    {
      name: "department",
      label: "Department",
      options: [
        { value: "", label: "Any department" },
        ...departments.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    { name: "characteristic", label: "People affected", options: CHARACTERISTIC_OPTIONS },
    { name: "due", label: "Review", options: DUE },
    { name: "order", label: "Order", options: ORDERS },
  ] as const;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(Object.entries(chosen).filter(([, value]) => value !== ""));
  };
  return (
    <form className="app-filters" onSubmit={submit}>
      <h2 className="govuk-visually-hidden">Choose what to show</h2>
      {selects.map(({ name, label, options }) => (
        <Select
          key={name}
          id={name}
          label={label}
          options={options}
          value={chosen[name]}
          onChange={(value) => setChosen({ ...chosen, [name]: value })}
        />
      ))}
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
