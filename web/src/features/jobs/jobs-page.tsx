import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useClient } from "urql";
import { explain, outcomeOf } from "../../data/outcome.ts";
import { useLiveData } from "../../data/use-live-data.ts";
import { WarningText } from "../../ui/banners.tsx";
import { ButtonGroup, LinkButton } from "../../ui/button.tsx";
import type { FieldError } from "../../ui/error-summary.tsx";
import { formatInstant } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Table } from "../../ui/table.tsx";
import { DiscardMutation, JobsQuery, RetryMutation, SendAgainMutation } from "./queries.ts";

type Jobs = ResultOf<typeof JobsQuery>["backgroundJobs"];
type Mutation = typeof RetryMutation | typeof DiscardMutation | typeof SendAgainMutation;

const useAct = () => {
  const client = useClient();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const act = async (mutation: Mutation, id: string): Promise<void> => {
    const { data, error } = await client
      .mutation(mutation as typeof RetryMutation, { input: { id } })
      .toPromise();
    const outcome = outcomeOf(data?.done, error);
    setErrors(outcome.kind === "DONE" ? [] : [{ field: null, message: explain(outcome) }]);
  };
  return { act, errors };
};

type Act = ReturnType<typeof useAct>["act"];

const DeadJobs = ({ jobs, act }: { jobs: Jobs["dead"]; act: Act }) =>
  jobs.length === 0 ? (
    <p className="govuk-body">No job has failed for good.</p>
  ) : (
    <Table
      caption="Jobs that failed for good"
      captionHidden
      rows={jobs}
      rowKey={({ id }) => id}
      columns={[
        { key: "job", heading: "Job", rowHeading: true, cell: ({ job }) => job },
        { key: "input", heading: "Of", cell: ({ input }) => <span className="app-code">{input}</span> },
        {
          key: "error",
          heading: "What went wrong",
          cell: ({ error, attempts }) => `${error} (${attempts} tries)`,
        },
        { key: "failedAt", heading: "When", cell: ({ failedAt }) => formatInstant(failedAt) },
        {
          key: "acts",
          heading: "What to do",
          cell: ({ id, job }) => (
            <ButtonGroup>
              <LinkButton onClick={() => void act(RetryMutation, id)} hiddenText={`: ${job}`}>
                Try again
              </LinkButton>
              <LinkButton onClick={() => void act(DiscardMutation, id)} hiddenText={`: ${job}`}>
                Forget it
              </LinkButton>
            </ButtonGroup>
          ),
        },
      ]}
    />
  );

const Undelivered = ({ emails, act }: { emails: Jobs["undelivered"]; act: Act }) =>
  emails.length === 0 ? (
    <p className="govuk-body">No message has been given up.</p>
  ) : (
    <Table
      caption="Messages that were given up"
      captionHidden
      rows={emails}
      rowKey={({ id }) => id}
      columns={[
        { key: "to", heading: "To", rowHeading: true, cell: ({ recipient }) => recipient.name },
        { key: "because", heading: "Why", cell: ({ because }) => because },
        { key: "at", heading: "When", cell: ({ givenUpAt }) => formatInstant(givenUpAt) },
        {
          key: "acts",
          heading: "What to do",
          cell: ({ id, recipient }) => (
            <LinkButton onClick={() => void act(SendAgainMutation, id)} hiddenText={` to ${recipient.name}`}>
              Send it again
            </LinkButton>
          ),
        },
      ]}
    />
  );

/** How the work in the background stands, for administrators. */
export const JobsPage = () => {
  const { backgroundJobs: jobs } = useLiveData(JobsQuery, {});
  const { act, errors } = useAct();
  return (
    <Page title="Background jobs and email" errors={errors} crumbs={[{ to: "/", words: "Home" }]}>
      {jobs.workers === 0 ? (
        <WarningText>
          No process does background jobs: nobody is told of anything until one is started (npm run worker).
        </WarningText>
      ) : null}
      <SummaryList
        rows={[
          {
            key: "emailail",
            label: "Email",
            value: jobs.emailIsSent
              ? "Sent by the server that SMTP_URL names."
              : "Not sent: no server for email is configured (SMTP_URL). People see their notices here.",
          },
          { key: "processesobs", label: "Processes that do jobs", value: String(jobs.workers) },
          { key: "jobsing", label: "Jobs waiting", value: String(jobs.waiting) },
          { key: "jobsway", label: "Jobs under way", value: String(jobs.active) },
          ...(jobs.oldestWaitingSince
            ? [
                {
                  key: "waitingnce",
                  label: "Waiting longest since",
                  value: formatInstant(jobs.oldestWaitingSince),
                },
              ]
            : []),
        ]}
      />
      <h2 className="govuk-heading-m">Jobs that failed for good</h2>
      <DeadJobs jobs={jobs.dead} act={act} />
      <h2 className="govuk-heading-m">Email that could not be delivered</h2>
      <Undelivered emails={jobs.undelivered} act={act} />
    </Page>
  );
};
