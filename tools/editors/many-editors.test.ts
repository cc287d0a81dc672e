import { afterAll, beforeAll, expect, it } from "vitest";
import { isAlive, stopPostgres } from "../../packages/database/src/embedded/postgres-process.ts";
import {
  makeTestDirectory,
  readPostmasterPid,
  type TestDirectory,
} from "../../packages/database/src/test-support/data-directories.ts";
import { type Application, freePort, startApplication } from "../crash/application.ts";
import { connectTo, prepareEditors, runEditor, startBeside } from "./editors.ts";

/** EDITORS=50 SAVES=200 makes the figure of design/security.md, in a few minutes. */
const EDITORS = Number(process.env.EDITORS ?? 6);
const SAVES = Number(process.env.SAVES ?? 8);
const QUESTIONS = ["policy-change", "related-policies", "target-groups", "wider-planning"];
const TIMEOUT = 90_000 + EDITORS * SAVES * 200;

let directory: TestDirectory;
let first: Application;
let second: Application;
let ports: [number, number];
let database: Awaited<ReturnType<typeof connectTo>>;

beforeAll(async () => {
  directory = await makeTestDirectory();
  ports = [await freePort(), await freePort()];
  first = await startApplication({ dataDir: directory.dataDir, port: ports[0] });
  database = await connectTo(directory.dataDir);
  second = await startBeside(database.url, ports[1]);
}, TIMEOUT);

afterAll(async () => {
  await database?.close();
  for (const application of [second, first]) {
    application?.process.kill("SIGTERM");
    await application?.exited;
  }
  const leftover = await readPostmasterPid(directory.dataDir).catch(() => null);
  if (leftover !== null && isAlive(leftover)) await stopPostgres(leftover);
  await directory.remove();
}, TIMEOUT);

it(
  `${EDITORS} editors × ${SAVES} saves through two processes: every acknowledged edit is in the history, none is lost`,
  async () => {
    const { reference, tokens } = await prepareEditors(database, EDITORS);
    const begun = performance.now();
    const outcomes = await Promise.all(
      tokens.map((token, number) =>
        runEditor({
          address: `http://127.0.0.1:${ports[number % 2]}`,
          token,
          reference,
          name: `editor ${number}`,
          question: QUESTIONS[number % QUESTIONS.length] ?? "",
          saves: SAVES,
        }),
      ),
    );
    const seconds = (performance.now() - begun) / 1000;
    const acknowledged = outcomes.flatMap((outcome) => outcome.acknowledged);
    expect(acknowledged.length).toBe(EDITORS * SAVES);
    const history = await database.sql<
      { place: string; version: number; before: string | null; after: string }[]
    >`
    select detail ->> 'place' as place, (detail ->> 'version')::int as version, detail ->> 'before' as before, detail ->> 'after' as after
    from audit_events e join assessments a on a.id = e.assessment_id
    where a.reference = ${reference} and e.action = 'answer.saved' order by e.sequence`;
    const recorded = new Map(history.map((entry) => [`${entry.place} ${entry.version}`, entry.after]));
    for (const { place, version, text } of acknowledged)
      expect(recorded.get(`${place} ${version}`)).toBe(text);
    // Each version follows from the one before it: nobody wrote over what they had not seen.
    for (const place of QUESTIONS) {
      const line = history.filter((entry) => entry.place === place);
      expect(line.map(({ version }) => version)).toEqual(line.map((_entry, index) => index + 1));
      for (const [index, entry] of line.entries()) expect(entry.before).toBe(line[index - 1]?.after ?? null);
    }
    expect(history.length).toBe(acknowledged.length);
    const conflicts = outcomes.reduce((sum, outcome) => sum + outcome.conflicts, 0);
    console.log(
      `${EDITORS} editors, ${acknowledged.length} saves acknowledged, ${conflicts} conflicts merged, 0 lost, ${seconds.toFixed(1)} s, ${(acknowledged.length / seconds).toFixed(0)} saves a second`,
    );
  },
  TIMEOUT,
);
