import type { Scope } from "@due-regard/domain/access/roles";
import { createToken } from "../auth/tokens.ts";
import { schema } from "../schema.ts";
import { globalId } from "./policy-actors.ts";
import { startTestApp, type TestApp } from "./test-app.ts";
import { openStream, type Proof, type StreamedResult, type TestStream } from "./test-stream.ts";

/** Looks at rights often and gathers for a moment only, so that tests need not wait. */
export const LIVE_TEST_LIMITS = { lookEveryMs: 400, gatherMs: 10, perAccount: 3 };

export const BOTH: Scope[] = ["read:assessments", "write:assessments"];

// biome-ignore lint/suspicious/noExplicitAny: tests read whatever was answered
type Loose = any;

/** Two API processes over one database, as far as they can tell, and a draft that people write. */
export interface LiveApps {
  one: TestApp;
  two: TestApp;
  tokenOf: (email: string, scopes?: Scope[]) => Promise<Proof>;
  /** Sends one mutation and returns what it answered. */
  write: (app: TestApp, proof: Proof, name: string, input: object, shown?: string) => Promise<Loose>;
  /** A new draft of the lead officer; returns its reference. */
  startDraft: (lead: Proof) => Promise<string>;
  /** Row id of a demo person. */
  personId: (email: string) => Promise<string>;
  follow: (app: TestApp, proof: Proof, variables: { reference: string; tab?: string }) => Promise<TestStream>;
  /** Closes what `follow` opened. */
  closeStreams: () => void;
  close: () => Promise<void>;
}

const SHOWN = `kind record action place label version by { name } presence { user { name } place label } assessment { status }`;
const FOLLOW = `subscription ($reference: String!, $tab: String) { assessmentChanged(reference: $reference, tab: $tab) { ${SHOWN} } }`;

const typeOf = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

export const startLiveApps = async (): Promise<LiveApps> => {
  const one = await startTestApp({ schema, sampleData: true, liveLimits: LIVE_TEST_LIMITS });
  const two = await startTestApp({ schema, beside: one, liveLimits: LIVE_TEST_LIMITS });
  const { db, sql } = one.database;
  const open: TestStream[] = [];
  const write: LiveApps["write"] = async (app, proof, name, input, shown = "") => {
    const query = `mutation ($input: ${typeOf(name)}!) { ${name}(input: $input) { __typename ... on Error { message } ${shown} } }`;
    const response = await app.openBrowser().postJson("/graphql", { query, variables: { input } }, proof);
    const { data, errors } = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data[name];
  };
  return {
    one,
    two,
    write,
    tokenOf: async (email, scopes = BOTH) => {
      const made = await createToken(db, { email, scopes, days: 1 });
      if (!made.ok) throw new Error(made.failure.message);
      return { authorization: `Bearer ${made.value.token}` };
    },
    startDraft: async (lead) => {
      const [row] = await sql`select id from departments where slug = 'adults-and-communities'`;
      const input = { title: "Live", department: globalId("Department", row?.id) };
      const shown = "... on AssessmentSaved { assessment { reference } }";
      return (await write(one, lead, "startAssessment", input, shown)).assessment.reference;
    },
    personId: async (email) => (await sql`select id from users where email = ${email}`)[0]?.id,
    follow: async (app, proof, variables) => {
      const stream = await openStream(app, proof, FOLLOW, variables);
      open.push(stream);
      return stream;
    },
    closeStreams: () => {
      for (const stream of open.splice(0)) stream.close();
    },
    close: async () => {
      await two.close();
      await one.close();
    },
  };
};

/** What one result tells. */
export const change = (result: StreamedResult | null): Loose => result?.data?.assessmentChanged;

/** Whether a result tells of this kind of change. */
export const ofKind =
  (kind: string) =>
  (result: StreamedResult): boolean =>
    change(result)?.kind === kind;
