import { useCallback, useEffect, useState } from "react";
import { type Client, useClient } from "urql";
import { explain, outcomeOf } from "../../../data/outcome.ts";
import { endOfDay, todayInLondon } from "../../../ui/format/dates.ts";
import { EditableRowQuery } from "./queries.ts";
import type { Editable, EditingSubject } from "./types.ts";

export type Loaded =
  | { state: "LOADING" }
  | { state: "READY"; editable: Editable }
  | { state: "FAILED"; because: string };

const MISSING = "This measure is not on this dashboard, or you may not change it";

/** Asks the server how the row stands now, past every cache: forms start from what is, not from what was. */
const loadEditable = async (client: Client, subject: EditingSubject): Promise<Loaded> => {
  const { metric: code, organisation, edition } = subject;
  const variables = { metric: code, organisation, asAt: endOfDay(todayInLondon()) };
  const { data, error } = await client
    .query(EditableRowQuery, variables, { requestPolicy: "network-only" })
    .toPromise();
  if (error || !data) {
    const outcome = outcomeOf<{ __typename: string }>(null, error);
    return { state: "FAILED", because: outcome.kind === "DONE" ? MISSING : explain(outcome) };
  }
  const { metric, viewer } = data;
  const row = metric?.results.find((each) => each.edition.period.code === edition);
  if (!metric || !row || !viewer) return { state: "FAILED", because: MISSING };
  const { canWriteMetrics: canWrite, canJudgeRatings: canJudge, user } = viewer;
  return { state: "READY", editable: { subject, person: user.id, canWrite, canJudge, metric, row } };
};

/** The row as it stands, and a way to ask again; the last good answer stays while that goes on. */
export const useEditable = (subject: EditingSubject) => {
  const client = useClient();
  const { metric, organisation, edition } = subject;
  const [loaded, setLoaded] = useState<Loaded>({ state: "LOADING" });
  const reload = useCallback(async (): Promise<Editable | null> => {
    const next = await loadEditable(client, { metric, organisation, edition });
    setLoaded(next);
    return next.state === "READY" ? next.editable : null;
  }, [client, metric, organisation, edition]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { loaded, reload };
};
