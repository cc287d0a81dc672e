import { useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { NotificationBanner } from "../../../ui/banners.tsx";
import { LinkButton } from "../../../ui/button.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { Table } from "../../../ui/table.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { FindPeople } from "./find-people.tsx";
import { type AssessmentPeople, type Drafter, PeopleQuery } from "./operations.ts";
import { type PeopleChange, usePeopleChange } from "./use-people-change.ts";

const ROLE: Record<Drafter["role"], string> = { LEAD: "Lead officer", CONTRIBUTOR: "Contributor" };

const named = {
  key: "name",
  heading: "Who",
  rowHeading: true,
  cell: ({ user }: Drafter) => `${user.name}, ${user.jobTitle}`,
};
const role = { key: "role", heading: "As", cell: (drafter: Drafter) => ROLE[drafter.role] };
const since = { key: "since", heading: "Since", cell: ({ addedAt }: Drafter) => formatDate(addedAt) };

const Now = ({ assessment, change }: { assessment: AssessmentPeople; change: PeopleChange }) => {
  const who = {
    ...named,
    cell: (drafter: Drafter) => (
      <>
        {named.cell(drafter)}
        {assessment.canInvite && drafter.role === "CONTRIBUTOR" ? (
          <>
            <br />
            <LinkButton
              onClick={() => void change.remove(drafter.user)}
              hiddenText={`of ${drafter.user.name}`}
            >
              End their part
            </LinkButton>
          </>
        ) : null}
      </>
    ),
  };
  return (
    <Table
      caption="Who writes it now"
      columns={[who, role, since]}
      rows={assessment.drafters.filter(({ removedAt }) => removedAt === null)}
      rowKey={({ user, role: as }) => `${user.id}-${as}`}
    />
  );
};

const Earlier = ({ assessment }: { assessment: AssessmentPeople }) => {
  const rows = assessment.drafters.filter(({ removedAt }) => removedAt !== null);
  if (rows.length === 0) return null;
  const until = {
    key: "until",
    heading: "Until",
    cell: ({ removedAt }: Drafter) => (removedAt ? formatDate(removedAt) : ""),
  };
  return (
    <Table
      caption="Who wrote it earlier"
      columns={[named, role, since, until]}
      rows={rows}
      rowKey={({ user, role: as, addedAt }) => `${user.id}-${as}-${addedAt}`}
    />
  );
};

/** Who writes an assessment, now and earlier; for its lead officer, how to change that. */
export const PeoplePage = () => {
  const { reference = "" } = useParams();
  const { assessment } = useLiveData(PeopleQuery, { reference });
  const change = usePeopleChange(reference);
  if (!assessment) return <MissingAssessment />;
  return (
    <Page
      title="People"
      caption={assessment.title}
      errors={change.errors}
      banner={
        change.done ? (
          <NotificationBanner success>
            <p className="govuk-notification-banner__heading">{change.done}</p>
          </NotificationBanner>
        ) : null
      }
      crumbs={[
        { to: "/assessments", words: "Assessments" },
        { to: `/assessments/${reference}`, words: reference },
      ]}
    >
      <Now assessment={assessment} change={change} />
      <p className="govuk-body">
        Whoever has ever written an assessment can&rsquo;t review it or sign it off. So nobody is taken off
        this record.
      </p>
      <Earlier assessment={assessment} />
      {assessment.canInvite || assessment.canHandOver ? (
        <FindPeople assessment={assessment} change={change} />
      ) : null}
    </Page>
  );
};
