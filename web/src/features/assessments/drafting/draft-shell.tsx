import { type ReactNode, useState } from "react";
import { Navigate } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { InsetText } from "../../../ui/banners.tsx";
import { Steps } from "../../../ui/navigation.tsx";
import { Page } from "../../../ui/page.tsx";
import { FindingsProvider } from "../checking/findings-context.tsx";
import { TalksProvider } from "../comments/talks-context.tsx";
import { LiveDraft } from "../live/live-draft.tsx";
import { PresenceLine } from "../live/presence-line.tsx";
import { LIMIT_IN_WORDS } from "../saving/kinds/registry.ts";
import type { Section } from "../types.ts";
import { DraftContext } from "./draft-context.ts";
import { PageErrors } from "./page-errors-provider.tsx";
import { SaveLine, useSaveSummary } from "./save-line.tsx";
import { type Stop, topicAddress, topicsOf } from "./topics.ts";
import type { DraftPage } from "./use-draft-page.ts";

interface ShellProps extends DraftPage {
  title: string;
  /** Slug of the topic that the page belongs to. */
  topic: string;
  previous: Stop | null;
  next: Stop | null;
  children: ReactNode;
}

const sectionName = ({ number, title }: Section): string => (number ? `Section ${number}: ${title}` : title);

const TopicList = ({ address, section, current }: { address: string; section: Section; current: string }) => {
  const topics = topicsOf(section.questions);
  if (topics.length < 2) return null;
  return (
    <nav className="app-topics" aria-label={`In ${sectionName(section)}`}>
      <ol>
        {topics.map((topic) => (
          <li key={topic.slug}>
            <AppLink to={topicAddress(address, section.key, topic.slug)} current={topic.slug === current}>
              {topic.title ?? section.title}
            </AppLink>
          </li>
        ))}
      </ol>
    </nav>
  );
};

const ShellPage = (props: ShellProps) => {
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <PageErrors onChange={setHasErrors}>
      <ShellView {...props} hasErrors={hasErrors} />
    </PageErrors>
  );
};

/** `hasErrors`: a form deep in the page shows some. */
const ShellView = ({
  title,
  topic,
  place,
  section,
  previous,
  next,
  hasErrors,
  children,
}: ShellProps & { hasErrors: boolean }) => {
  const { state } = useSaveSummary();
  const open = section.status !== "CANNOT_START_YET" && section.status !== "NOT_REQUIRED";
  return (
    <Page
      title={title}
      caption={sectionName(section)}
      quietErrors={state === "REFUSED" || hasErrors}
      crumbs={place.crumbs}
    >
      <PresenceLine />
      <TopicList address={place.address} section={section} current={topic} />
      {open ? (
        children
      ) : (
        <InsetText>
          {section.status === "NOT_REQUIRED"
            ? "This section isn't required."
            : "This section can't be started yet."}{" "}
          {section.questions[0]?.hiddenBecause}
        </InsetText>
      )}
      {open ? (
        <p className="govuk-hint">
          Word counts say what the form recommends. You may write more: nothing is cut, and {LIMIT_IN_WORDS}{" "}
          in each answer.
        </p>
      ) : null}
      {place.isTryOut ? null : <SaveLine />}
      <Steps label="Through the assessment" previous={previous} next={next} />
      <p className="govuk-body">
        <AppLink to={place.address}>Back to the task list</AppLink>
      </p>
    </Page>
  );
};

/** What every page of a draft has around its questions. Whoever may only read is sent to the reading page. */
export const DraftShell = (props: ShellProps) => {
  const { content, person, place, findings } = props;
  if (!content.availableActions.includes("EDIT")) return <Navigate to={`${place.address}/check`} replace />;
  const page = (
    <FindingsProvider findings={findings}>
      <ShellPage {...props} />
    </FindingsProvider>
  );
  return (
    <DraftContext value={{ content, person }}>
      {place.isTryOut ? (
        page
      ) : (
        <LiveDraft content={content} person={person}>
          <TalksProvider reference={content.reference}>{page}</TalksProvider>
        </LiveDraft>
      )}
    </DraftContext>
  );
};
