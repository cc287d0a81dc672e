import { SIGNED_STATUSES } from "@due-regard/domain/access/assessment-acts";
import { AppLink } from "../../ui/app-link.tsx";
import { formatDate, formatDay } from "../../ui/format/dates.ts";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import { Table } from "../../ui/table.tsx";
import { Tag } from "../../ui/tag.tsx";
import { actionHandOver, leadHandOver } from "./people-address.ts";
import type { Deputy, Led, Owned, Person } from "./queries.ts";

/** An administrator reads what is signed, as everybody does, and drafts not at all: those have no page to lead to. */
const Reference = ({ reference, status }: Pick<Led, "reference" | "status">) =>
  SIGNED_STATUSES.some((each) => each === status) ? (
    <AppLink to={`/assessments/${reference}`}>{reference}</AppLink>
  ) : (
    reference
  );

const reference = {
  key: "reference",
  heading: "Assessment",
  rowHeading: true,
  cell: (row: Led | Deputy) => (
    <>
      <Reference {...row} />
      <span className="govuk-hint app-block govuk-!-margin-bottom-0">{row.department.name}</span>
    </>
  ),
};

const status = {
  key: "status",
  heading: "Status",
  cell: ({ status: where }: Led | Deputy) => (
    <Tag colour={ASSESSMENT_STATUS[where].colour}>{ASSESSMENT_STATUS[where].words}</Tag>
  ),
};

const others = (contributors: number): string =>
  contributors === 0
    ? "Nobody else writes it"
    : contributors === 1
      ? "1 other writes it"
      : `${contributors} others write it`;

const Leads = ({ person }: { person: Person }) => (
  <Table
    caption="Assessments that they lead"
    rows={person.leads}
    rowKey={(led) => led.reference}
    columns={[
      reference,
      status,
      {
        key: "since",
        heading: "Since",
        cell: ({ since, contributors }) => (
          <>
            {formatDay(since)}
            <span className="govuk-hint app-block govuk-!-margin-bottom-0">{others(contributors)}</span>
          </>
        ),
      },
      ...(person.disabledAt === null
        ? []
        : [
            {
              key: "do",
              heading: "What to do",
              cell: (led: Led) => (
                <AppLink to={leadHandOver(person.user.id, led.reference)} hiddenText={led.reference}>
                  Hand over
                </AppLink>
              ),
            },
          ]),
    ]}
  />
);

const Actions = ({ person }: { person: Person }) => (
  <Table
    caption="Open actions that they own"
    rows={person.ownedActions}
    rowKey={({ action }) => action.id}
    columns={[
      {
        key: "action",
        heading: "Action",
        rowHeading: true,
        cell: ({ action }: Owned) => (
          <>
            {action.action || action.objective}
            <span className="govuk-hint app-block govuk-!-margin-bottom-0">
              <AppLink to={`/assessments/${action.assessment.reference}`}>
                {action.assessment.reference}
              </AppLink>
            </span>
          </>
        ),
      },
      {
        key: "due",
        heading: "Due",
        cell: ({ action }: Owned) =>
          action.dueInForce === null
            ? "No date"
            : `${formatDate(action.dueInForce)}${action.overdue ? " (overdue)" : ""}`,
      },
      ...(person.disabledAt === null
        ? []
        : [
            {
              key: "do",
              heading: "What to do",
              cell: ({ action }: Owned) => (
                <AppLink
                  to={actionHandOver(person.user.id, action.id)}
                  hiddenText={action.action || action.objective}
                >
                  Hand over
                </AppLink>
              ),
            },
          ]),
    ]}
  />
);

const Deputies = ({ person }: { person: Person }) => (
  <Table
    caption="Reviews that they chair as a deputy"
    rows={person.deputyFor}
    rowKey={(place) => place.reference}
    columns={[
      reference,
      status,
      {
        key: "by",
        heading: "Named by",
        cell: ({ namedBy }) => `${namedBy.name}, who can name somebody else`,
      },
    ]}
  />
);

const helped = (count: number): string =>
  count === 1 ? "1 assessment that somebody else leads" : `${count} assessments that others lead`;

export const leavesNothing = ({ leads, contributesTo, deputyFor, ownedActions }: Person): boolean =>
  leads.length + contributesTo + deputyFor.length + ownedActions.length === 0;

/**
 * What hangs on one person: what would wait for them in vain once they have left. Administrators don't read drafts, so of
 * those it names the reference and how they stand.
 */
export const LeftBehind = ({ person }: { person: Person }) => {
  if (leavesNothing(person))
    return (
      <p className="govuk-body">
        {person.user.name} leads no assessment, owns no open action and stands in for no chair.
      </p>
    );
  return (
    <>
      {person.leads.length > 0 ? <Leads person={person} /> : null}
      {person.ownedActions.length > 0 ? <Actions person={person} /> : null}
      {person.deputyFor.length > 0 ? <Deputies person={person} /> : null}
      {person.contributesTo > 0 ? (
        <p className="govuk-body">
          They help to write {helped(person.contributesTo)}. Who leads those can end their part.
        </p>
      ) : null}
    </>
  );
};
