import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { NotificationBanner } from "../../ui/banners.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { formatDate, formatInstant, todayInLondon } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import type { Task } from "../../ui/task-list.tsx";
import { actionTasks, type Home, lookAheadFrom, resultTasks, reviewTasks, shaken } from "./due-tasks.ts";
import { HomeQuery } from "./queries.ts";
import { TaskGroup } from "./task-group.tsx";

const draftTask = ({ node }: Home["drafts"]["edges"][number]): Task => ({
  key: node.id,
  title: node.title,
  hint: (
    <>
      {node.reference}, started {formatDate(node.startedOn)}
      {node.changesRequestedBecause ? (
        <span className="app-block">Asked for: {node.changesRequestedBecause}</span>
      ) : null}
    </>
  ),
  to: `/assessments/${node.reference}`,
  status: ASSESSMENT_STATUS[node.status],
});

type Waiting = Home["waiting"]["edges"][number];

const waitingTask = ({ node }: Waiting): Task => ({
  key: node.id,
  title: node.title,
  hint: `${node.reference}, ${node.department.name}`,
  to: `/assessments/${node.reference}`,
  status: ASSESSMENT_STATUS[node.status],
});

const NEXT_STEP = {
  PREPARE: { words: "To prepare", colour: "blue" },
  APPROVE: { words: "To approve", colour: "yellow" },
} as const satisfies Record<string, Task["status"]>;

/** Signed off, and not yet for the public to read: what the reader does about it is on the page that it leads to. */
const publishTask = ({ node }: Waiting): Task => ({
  ...waitingTask({ node }),
  to: `/assessments/${node.reference}/publish`,
  status: node.publicationStep ? NEXT_STEP[node.publicationStep] : ASSESSMENT_STATUS[node.status],
});

const NewNotices = ({ notices }: Pick<Home, "notices">) => (
  <section>
    <h2 className="govuk-heading-m">New for you</h2>
    {notices.edges.length === 0 ? (
      <p className="govuk-body">
        Nothing is new. You are told here when an assessment needs something of you.
      </p>
    ) : (
      <ul className="app-notices">
        {notices.edges.map(({ node }) => (
          <li className="app-notice app-notice--new" key={node.id}>
            <AppLink to={node.address}>{node.words}</AppLink>
            <p className="app-notice__about">
              <time dateTime={node.at}>{formatInstant(node.at)}</time>
              {node.by ? `, ${node.by.name}` : null}
            </p>
          </li>
        ))}
      </ul>
    )}
    <p className="govuk-body">
      <AppLink to="/notices">
        {notices.totalCount > notices.edges.length ? `All ${notices.totalCount} new notices` : "All notices"}
      </AppLink>
    </p>
  </section>
);

/** What the reader does for others' assessments as member or chair of the group, or to bring their own to the public. */
const WaitingForYou = ({ waiting, reviews }: Pick<Home, "waiting"> & { reviews: boolean }) => {
  const toPublish = waiting.edges.filter(({ node }) => node.status === "SIGNED_OFF");
  const toReview = waiting.edges.filter(({ node }) => node.status !== "SIGNED_OFF");
  const { length } = waiting.edges;
  return (
    <>
      {reviews || toReview.length > 0 ? (
        <TaskGroup
          heading="Waiting for your review or signature"
          tasks={toReview.map(waitingTask)}
          none="Nothing waits for your review. You are told when something is submitted."
        />
      ) : null}
      {toPublish.length > 0 ? (
        <TaskGroup heading="Waiting to be published" tasks={toPublish.map(publishTask)} />
      ) : null}
      {waiting.totalCount > length ? (
        <p className="govuk-body">
          Showing {length} of {waiting.totalCount} that wait for you.{" "}
          <AppLink to="/assessments?show=waiting">See all of them</AppLink>
        </p>
      ) : null}
    </>
  );
};

const ChangedEvidence = ({ home }: { home: Home }) => {
  const changed = shaken(home);
  if (changed.length === 0) return null;
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">
        Evidence has changed under {changed.length === 1 ? "an assessment" : "assessments"} that you signed.
      </p>
      <ul className="govuk-list">
        {changed.map(({ id, reference, title, changedEvidenceCount }) => (
          <li key={id}>
            <AppLink to={`/assessments/${reference}`} className="govuk-notification-banner__link">
              {title}
            </AppLink>
            : {changedEvidenceCount === 1 ? "one citation" : `${changedEvidenceCount} citations`}
          </li>
        ))}
      </ul>
      <p className="govuk-body">See whether it still holds. If it does not, reopen it.</p>
    </NotificationBanner>
  );
};

const ELSEWHERE = [
  {
    to: "/performance",
    words: "Performance",
    about: "Figures, targets and ratings, as reported to committees",
  },
  {
    to: "/strategies",
    words: "Strategies",
    about: "Plans, their outcomes and the figures that show how they go",
  },
  { to: "/assessments", words: "Assessments", about: "Every assessment that you may see" },
] as const;
const FOR_ADMINISTRATORS = {
  to: "/jobs",
  words: "Background jobs and email",
  about: "Whether people are being told, and what failed",
} as const;

const Elsewhere = ({ isAdministrator }: { isAdministrator: boolean }) => (
  <>
    <h2 className="govuk-heading-m">Look things up</h2>
    <ul className="govuk-list govuk-list--spaced">
      {[...ELSEWHERE, ...(isAdministrator ? [FOR_ADMINISTRATORS] : [])].map(({ to, words, about }) => (
        <li key={to}>
          <AppLink to={to}>{words}</AppLink>
          <span className="govuk-hint app-block">{about}</span>
        </li>
      ))}
    </ul>
  </>
);

const NO_DRAFTS = "You have no drafts. A colleague who leads one can ask you to help.";
const NO_DRAFTS_YET = "You have no drafts. Start one before anything is decided.";

/** What waits for the reader (screen 1). */
export const HomePage = () => {
  const today = todayInLondon();
  const home = useLiveData(HomeQuery, { dueBy: lookAheadFrom(today) });
  const { viewer, drafts, waiting, actions, notices } = home;
  const holds = (wanted: string): boolean => viewer?.roles.some(({ role }) => role === wanted) ?? false;
  const reviews = holds("DEG_MEMBER") || holds("DEG_CHAIR");
  const dueTasks = [...reviewTasks(home, today), ...actionTasks(home, today)];
  return (
    <Page
      title="What waits for you"
      caption={viewer ? `${viewer.user.name}, ${viewer.user.jobTitle}` : undefined}
      banner={<ChangedEvidence home={home} />}
    >
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <NewNotices notices={notices} />
          <WaitingForYou waiting={waiting} reviews={reviews} />
          <TaskGroup
            heading="Your drafts"
            tasks={drafts.edges.map(draftTask)}
            total={drafts.totalCount}
            none={viewer?.canStartAssessment ? NO_DRAFTS_YET : NO_DRAFTS}
            all="/assessments?show=mine"
          />
          {viewer?.canStartAssessment ? (
            <ButtonLink to="/assessments/new" variant={drafts.totalCount > 0 ? "secondary" : "primary"}>
              Start an assessment
            </ButtonLink>
          ) : null}
          <TaskGroup
            heading="Actions and reviews due"
            tasks={dueTasks}
            total={dueTasks.length - actions.edges.length + actions.totalCount}
            none="Nothing of your signed assessments is due in the next 30 days."
            all="/assessments?show=mine"
          />
          <TaskGroup
            heading="Results expected"
            tasks={resultTasks(home)}
            total={home.awaitedResults.length}
            none="You wait for no results. Those that your assessments cite stand here until they are recorded."
            all="/performance"
          />
        </div>
        <div className="govuk-grid-column-one-third">
          <Elsewhere isAdministrator={holds("ADMIN")} />
        </div>
      </div>
    </Page>
  );
};
