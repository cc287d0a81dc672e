import { mayOnAssessment } from "@due-regard/domain/access/policy";
import type { Scope } from "@due-regard/domain/access/roles";
import { type ExecutionResult, parse } from "graphql";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContext, type SignedInViewer } from "../context.ts";
import { type ChangeFeed, createChangeFeed } from "../live/change-feed.ts";
import { runSubscription } from "../live/run-subscription.ts";
import { schema } from "../schema.ts";
import { type Canary, findCanaries, plantCanaries } from "../testing/canaries.ts";
import { POLICY_ACTORS, RANDOM_REFERENCE, readableTo, wordsFor } from "../testing/policy-actors.ts";
import { createTestApi, type TestApi } from "../testing/test-api.ts";

const logger = pino({ level: "silent" });
const SHOWN = `kind at record action place label version by { name } presence { user { name } place label since }
  assessment { reference title answers { text } history(first: 1) { edges { node { reason } } } revisions { sealedContent } }`;
const DOCUMENT = parse(
  `subscription ($reference: String!) { assessmentChanged(reference: $reference, tab: "matrix") { ${SHOWN} } }`,
);

let api: TestApi;
let canaries: Canary[];
let feed: ChangeFeed;
beforeAll(async () => {
  api = await createTestApi();
  ({ canaries } = await plantCanaries(api));
  feed = createChangeFeed({ database: api.database, logger, limits: { gatherMs: 1 } });
  await api.database.sql`
    insert into assessment_presence (assessment_id, user_id, tab, place, expires_at)
    select p.assessment_id, p.user_id, 'canary', 'policy-change', now() + interval '1 hour'
    from assessment_people p where p.role = 'LEAD'`;
});
afterAll(async () => {
  await feed.close();
  await api.close();
});

// biome-ignore lint/suspicious/noExplicitAny: whatever was asked for
type Told = Record<string, any>;

describe.each(POLICY_ACTORS)("$name", ({ email, scopes }) => {
  const follow = async (viewer: SignedInViewer | null, reference: string) => {
    const live = {
      feed,
      identifyAgain: () => api.viewer(email, scopes as Scope[]),
      drained: async () => true,
    };
    const contextValue = createContext({ viewer, db: api.database.db, requestId: "test", logger, live });
    return await runSubscription({ schema, document: DOCUMENT, variableValues: { reference }, contextValue });
  };
  const isStream = (begun: object): begun is AsyncIterableIterator<ExecutionResult> =>
    Symbol.asyncIterator in begun;
  const told = async (stream: AsyncIterableIterator<ExecutionResult>): Promise<Told> => {
    const { value } = await stream.next();
    expect(value?.errors).toBeUndefined();
    return (value as { data: { assessmentChanged: Told } }).data.assessmentChanged;
  };

  it("is told of what the policy lets them read, in the parts that it grants, and of nothing else", async () => {
    const viewer = await api.viewer(email, scopes);
    const readable = new Set(readableTo(viewer, canaries));
    const missing = await follow(viewer, RANDOM_REFERENCE);
    const streams: [Canary, AsyncIterableIterator<ExecutionResult>][] = [];
    for (const canary of canaries) {
      const begun = await follow(viewer, canary.reference);
      if (isStream(begun)) streams.push([canary, begun]);
      // A door that is shut looks like one that isn't there.
      else expect(begun).toEqual(missing);
    }
    expect(streams.map(([canary]) => canary)).toEqual(canaries.filter((canary) => readable.has(canary)));
    const opened = await Promise.all(streams.map(([, stream]) => told(stream)));
    expect(findCanaries(JSON.stringify([missing, opened])).sort()).toEqual(wordsFor(viewer, canaries));
    await api.database.sql`
      insert into audit_events (action, subject_type, subject_id, assessment_id, actor_id, reason, detail)
      select 'answer.saved', 'assessment', a.id, a.id, null, 'private', '{"place": "policy-change", "version": 7, "after": "private"}'
      from assessments a where a.id in ${api.database.sql(canaries.map(({ id }) => id))}`;
    for (const [{ number, subject }, stream] of streams) {
      let change = await told(stream);
      while (change.kind !== "ANSWER") change = await told(stream);
      const workings = mayOnAssessment(viewer, "assessment.workings", subject);
      const { record, action, place, label, version } = change;
      expect([number, record !== null, action, place, label, version]).toEqual([
        number,
        workings,
        ...(workings ? ["answer.saved", "policy-change", "question 1", 7] : [null, null, null, null]),
      ]);
      const edits = mayOnAssessment(viewer, "assessment.edit", subject);
      expect([number, change.presence.some((each: Told) => each.place === "policy-change")]).toEqual([
        number,
        edits,
      ]);
      await stream.return?.();
    }
  });
});
