import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { connectDatabase, type DatabaseConnection } from "../../packages/database/src/connection.ts";
import { findRunningDatabase } from "../../packages/database/src/embedded/running-database.ts";
import { type Application, untilReady } from "../crash/application.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type EditorsDatabase = DatabaseConnection & { url: string };

/** The database of the application that runs on this directory. */
export const connectTo = async (dataDir: string): Promise<EditorsDatabase> => {
  const url = await findRunningDatabase(dataDir);
  if (url === null) throw new Error("No database runs there");
  return { ...connectDatabase(url, { max: 2 }), url };
};

/** A second API process over the same database. */
export const startBeside = async (databaseUrl: string, port: number): Promise<Application> => {
  const child = spawn(process.execPath, ["services/api/src/main.ts"], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      BUILD_CLIENT: "false",
      LOG_LEVEL: "silent",
      REQUESTS_PER_MINUTE: "1000000",
    },
    stdio: "ignore",
  });
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const readyMs = await untilReady({ dataDir: "", port });
  return { process: child, exited, readyMs };
};

/** Made-up people with a token each, all of whom contribute to the draft of the sample data. */
export const prepareEditors = async (
  { sql }: EditorsDatabase,
  count: number,
): Promise<{ reference: string; tokens: string[] }> => {
  const [draft] = await sql`
    with made as (
      insert into assessments (reference, title, department_id, template_id, started_on, is_demo)
      select 'EHRIA-2099-0001', 'Many editors', department_id, template_id, started_on, true from assessments limit 1 returning id
    ), revision as (insert into assessment_revisions (assessment_id, number) select id, 1 from made)
    insert into assessment_people (assessment_id, user_id, role)
    select made.id, u.id, 'LEAD' from made, users u where u.email = 'lead.officer@example.org' returning assessment_id as id`;
  const tokens: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const token = `dr_${randomBytes(32).toString("base64url")}`;
    const hash = createHash("sha256").update(token).digest("hex");
    await sql`
      with person as (
        insert into users (email, name, job_title, is_demo)
        values (${`editor.${number}@example.org`}, ${`Editor ${number} (demo)`}, 'Officer', true) returning id
      ), token as (
        insert into api_tokens (user_id, name, token_hash, scopes, expires_at)
        select id, 'editors', ${hash}, '{read:assessments,write:assessments}', now() + interval '1 day' from person
      )
      insert into assessment_people (assessment_id, user_id, role) select ${draft?.id}, id, 'CONTRIBUTOR' from person`;
    tokens.push(token);
  }
  return { reference: "EHRIA-2099-0001", tokens };
};

interface EditorPlan {
  address: string;
  token: string;
  reference: string;
  name: string;
  question: string;
  saves: number;
}

interface Acknowledged {
  place: string;
  version: number;
  text: string;
}

const SAVE = `mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { __typename
  ... on AnswersSaved { answers { version } } ... on Conflict { conflicts { currentVersion theirs } } } }`;
const LONGEST = 400;

/** Saves so often, each time on what it last saw; on a conflict it puts its words to the other's and tries again. */
export const runEditor = async (
  plan: EditorPlan,
): Promise<{ acknowledged: Acknowledged[]; conflicts: number }> => {
  const { address, token, reference, name, question, saves } = plan;
  const acknowledged: Acknowledged[] = [];
  let known = { version: 0, text: "" };
  let conflicts = 0;
  while (acknowledged.length < saves) {
    const text = `${name}, save ${acknowledged.length}. ${known.text}`.slice(0, LONGEST);
    const input = { reference, answers: [{ question, text, basedOnVersion: known.version }] };
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: SAVE, variables: { input } }),
    });
    const { data, errors } = (await response.json()) as { data?: Record<string, never>; errors?: unknown };
    // biome-ignore lint/suspicious/noExplicitAny: one of the union's members
    const result = data?.saveAnswers as any;
    if (errors || !result) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    if (result.__typename === "AnswersSaved") {
      known = { version: result.answers[0].version, text };
      acknowledged.push({ place: question, ...known });
      await sleep(Math.random() * 20);
    } else if (result.__typename === "Conflict") {
      const [{ currentVersion, theirs }] = result.conflicts;
      known = { version: currentVersion, text: theirs ?? "" };
      conflicts += 1;
    } else throw new Error(`${name}: ${result.__typename}`);
  }
  return { acknowledged, conflicts };
};
