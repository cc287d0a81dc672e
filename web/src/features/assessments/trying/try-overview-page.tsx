import { useParams, useRevalidator } from "react-router";
import { useClient } from "urql";
import { createLoad } from "../../../data/load.ts";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { Button } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { type Task, TaskList } from "../../../ui/task-list.tsx";
import { DraftQuery } from "../queries.ts";
import type { Content } from "../types.ts";
import { SECTION_STATUS } from "../words.ts";
import { readTriedForm, trialOf, tryPlace } from "./tried-form.ts";

const isOpen = ({ status }: Content["form"][number]) =>
  status !== "CANNOT_START_YET" && status !== "NOT_REQUIRED";

const tasksOf = ({ form }: Content, address: string): Task[] =>
  form.map((section) => ({
    key: section.key,
    title: section.title,
    to: isOpen(section) ? `${address}/${section.key}` : null,
    status: SECTION_STATUS[section.status],
  }));

/** The task list of a form that is tried out. */
export const TryOverviewPage = () => {
  const form = readTriedForm(useParams());
  const client = useClient();
  const { revalidate } = useRevalidator();
  const { assessment: content } = useLiveData(DraftQuery, { reference: "" });
  if (!content || form === null) return null;
  const { address, crumbs } = tryPlace(form);
  const startAgain = () => {
    trialOf(form, createLoad(client)).startAgain();
    void revalidate();
  };
  return (
    <Page title={content.title} caption="Try it out" crumbs={crumbs.slice(0, -1)}>
      <h2 className="govuk-heading-m">Tasks</h2>
      <TaskList tasks={tasksOf(content, address)} />
      <p className="govuk-body">
        <AppLink to={`${address}/check`}>Check answers</AppLink>
      </p>
      <Button type="button" variant="secondary" onClick={startAgain}>
        Start again with an empty form
      </Button>
    </Page>
  );
};
