import { useLocation } from "react-router";
import { AppLink } from "../../ui/app-link.tsx";
import { InsetText, NotificationBanner } from "../../ui/banners.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { formatDay } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Table } from "../../ui/table.tsx";
import { LeftBehind } from "./left-behind.tsx";
import { PEOPLE, personAddress } from "./people-address.ts";
import type { EndedRole, HeldRole, Person } from "./queries.ts";
import { usePerson } from "./use-person.ts";
import { placeAlone, ROLE_WORDS, roleInWords } from "./words.ts";

const by = (who: { name: string } | null): string => (who === null ? "" : `, by ${who.name}`);

const EndLink = ({ person, role }: { person: Person; role: HeldRole }) =>
  person.isYou && role.role === "ADMIN" ? (
    <>Another administrator can end it</>
  ) : (
    <AppLink to={personAddress(person.user.id, `roles/${role.id}/end`)} hiddenText={`: ${roleInWords(role)}`}>
      End this role
    </AppLink>
  );

const Roles = ({ person }: { person: Person }) =>
  person.roles.length === 0 ? (
    <p className="govuk-body">
      {person.user.name} holds no role: they may read figures, plans and forms, and help to write an
      assessment when asked.
    </p>
  ) : (
    <Table
      caption="Roles"
      captionHidden
      rows={person.roles}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "role",
          heading: "Role",
          rowHeading: true,
          cell: ({ role }) => (
            <>
              {ROLE_WORDS[role].name}
              <span className="govuk-hint app-block govuk-!-margin-bottom-0">May {ROLE_WORDS[role].may}</span>
            </>
          ),
        },
        { key: "where", heading: "In", cell: ({ department }) => placeAlone(department) },
        {
          key: "since",
          heading: "Since",
          cell: ({ grantedAt, grantedBy }) => `${formatDay(grantedAt)}${by(grantedBy)}`,
        },
        {
          key: "end",
          heading: "What to do",
          width: "18%",
          cell: (role) => <EndLink person={person} role={role} />,
        },
      ]}
    />
  );

const EndedRoles = ({ roles }: { roles: readonly EndedRole[] }) =>
  roles.length === 0 ? null : (
    <Table
      caption="Roles that ended"
      rows={roles}
      rowKey={({ id }) => id}
      columns={[
        { key: "role", heading: "Role", rowHeading: true, cell: ({ role }) => ROLE_WORDS[role].name },
        { key: "where", heading: "In", cell: ({ department }) => placeAlone(department) },
        { key: "since", heading: "Since", cell: ({ grantedAt }) => formatDay(grantedAt) },
        {
          key: "until",
          heading: "Until",
          cell: ({ endedAt, endedBy }) => (endedAt ? `${formatDay(endedAt)}${by(endedBy)}` : ""),
        },
      ]}
    />
  );

const Account = ({ person: { user, disabledAt, isYou } }: { person: Person }) => (
  <>
    <h2 className="govuk-heading-m">Account</h2>
    {isYou ? (
      <p className="govuk-body">This is you. Another administrator can close your account.</p>
    ) : disabledAt ? (
      <ButtonLink variant="secondary" to={personAddress(user.id, "open")}>
        Open this account again
      </ButtonLink>
    ) : (
      <>
        <p className="govuk-body">
          When somebody leaves, close their account: they are signed out, and what they wrote stays.
        </p>
        <ButtonLink variant="warning" to={personAddress(user.id, "close")}>
          Close this account
        </ButtonLink>
      </>
    )}
  </>
);

const Facts = ({ person }: { person: Person }) => (
  <SummaryList
    rows={[
      { key: "email", label: "Email address", value: person.email },
      { key: "jobTitle", label: "Job title", value: person.user.jobTitle },
      { key: "department", label: "Department", value: person.department?.name ?? "No one department" },
      { key: "added", label: "Added", value: formatDay(person.addedAt) },
    ]}
  />
);

/** One person: what is known of them, what they may do here, and whether they can sign in. */
export const PersonView = ({ person, news }: { person: Person; news: string | null }) => (
  <Page
    title={person.user.name}
    crumbs={[{ to: PEOPLE, words: "People" }]}
    banner={
      news === null ? null : (
        <NotificationBanner success>
          <p className="govuk-notification-banner__heading">{news}</p>
        </NotificationBanner>
      )
    }
  >
    {person.disabledAt ? (
      <InsetText>
        This account has been closed since {formatDay(person.disabledAt)}: {person.user.name} can&rsquo;t sign
        in.
      </InsetText>
    ) : null}
    <Facts person={person} />
    <p className="govuk-body">
      <AppLink to={personAddress(person.user.id, "change")}>Change name, job title or department</AppLink>
    </p>
    <h2 className="govuk-heading-m">Roles</h2>
    <Roles person={person} />
    {person.disabledAt ? null : (
      <ButtonLink variant="secondary" to={personAddress(person.user.id, "give-role")}>
        Give a role
      </ButtonLink>
    )}
    <EndedRoles roles={person.endedRoles} />
    <h2 className="govuk-heading-m">
      {person.disabledAt ? "What they left behind" : "What they are responsible for"}
    </h2>
    <LeftBehind person={person} />
    <Account person={person} />
  </Page>
);

export const PersonPage = () => {
  const { person } = usePerson();
  const { news } = (useLocation().state ?? {}) as { news?: string };
  return <PersonView person={person} news={news ?? null} />;
};
