import { REVIEW_DAYS } from "@due-regard/domain/ehria/review/deadline";
import type { ResultOf } from "gql.tada";
import { useSearchParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { DownloadList } from "../../../ui/download-list.tsx";
import { formatDate, formatDay } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { RECOMMENDATION } from "../review/recommendations.tsx";
import { AgendaQuery, agendaVariables } from "./queries.ts";

type Item = ResultOf<typeof AgendaQuery>["reviewAgenda"]["edges"][number]["node"];

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

const Assessment = ({ assessment }: Item) => (
  <>
    <AppLink to={`/assessments/${assessment.reference}/review`}>{assessment.title}</AppLink>
    <span className="govuk-hint app-block govuk-!-margin-bottom-0">
      {assessment.reference}, revision {assessment.revision}. Lead officer: {assessment.leadOfficer.name}
      {assessment.deputy ? `. Review chaired by ${assessment.deputy.deputy.name}` : ""}
    </span>
  </>
);

const Recommended = ({ recommendations }: Item) =>
  recommendations.length === 0 ? (
    "None yet"
  ) : (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {recommendations.map(({ recommendation, by }) => (
        <li key={by.id}>
          {by.name}: {RECOMMENDATION[recommendation].words}
        </li>
      ))}
    </ul>
  );

const COLUMNS: readonly Column<Item>[] = [
  { key: "title", heading: "Assessment", rowHeading: true, cell: Assessment },
  {
    key: "submitted",
    heading: "Submitted",
    cell: ({ submittedAt, daysWaiting }) =>
      `${formatDay(submittedAt)}, ${daysWaiting === 0 ? "today" : `${counted(daysWaiting, "day", "days")} ago`}`,
  },
  {
    key: "due",
    heading: "Decide by",
    cell: ({ decideBy, overdue }) => (
      <>
        {formatDate(decideBy)} {overdue ? <Tag colour="red">Overdue</Tag> : null}
      </>
    ),
  },
  { key: "recommendations", heading: "Recommendations", cell: Recommended },
  {
    key: "open",
    heading: "Open",
    cell: ({ openPoints, openComments }) =>
      [
        openPoints > 0 ? counted(openPoints, "point", "points") : null,
        counted(openComments, "comment", "comments"),
      ]
        .filter((words) => words !== null)
        .join(", "),
  },
];

const FORMATS = [
  { href: "/downloads/agenda.docx", words: "Word document (DOCX)" },
  { href: "/downloads/agenda.pdf", words: "PDF" },
  { href: "/downloads/agenda.csv", words: "CSV" },
];

/** What waits for the groups on which this person sits: to work through alone, or to take to a meeting. */
export const AgendaPage = () => {
  const [search] = useSearchParams();
  const { reviewAgenda } = useLiveData(AgendaQuery, agendaVariables(search));
  const { edges, totalCount, pageInfo } = reviewAgenda;
  const groups = [...Map.groupBy(edges, ({ node }) => node.assessment.department.id).values()];
  const next = new URLSearchParams(search);
  if (pageInfo.endCursor) next.set("after", pageInfo.endCursor);
  return (
    <Page title="Agenda of the equalities group" crumbs={[{ to: "/assessments", words: "Assessments" }]}>
      <p className="govuk-body">
        Assessments that wait for your group, the longest waiting first. The group is asked to decide within{" "}
        {REVIEW_DAYS} days of submission.
      </p>
      <p className="govuk-body" role="status">
        {totalCount === 0
          ? "Nothing waits for your group."
          : `${counted(totalCount, "assessment waits", "assessments wait")} for your group.`}
      </p>
      {groups.map((group) => {
        const department = group[0]?.node.assessment.department;
        return (
          <section key={department?.id} aria-labelledby={`agenda-${department?.id}`}>
            <h2 className="govuk-heading-m" id={`agenda-${department?.id}`}>
              {department?.name}
            </h2>
            <Table
              caption={`What waits for the group of ${department?.name}`}
              captionHidden
              rows={group.map(({ node }) => node)}
              rowKey={({ assessment }) => assessment.id}
              columns={COLUMNS}
            />
          </section>
        );
      })}
      {pageInfo.hasNextPage ? (
        <p className="govuk-body">
          <AppLink to={`?${next}`}>What else waits</AppLink>
        </p>
      ) : null}
      {totalCount > 0 ? <DownloadList words="this agenda" links={FORMATS} /> : null}
    </Page>
  );
};
