import { DEMO_ACCOUNTS } from "@due-regard/database/sample-data/demo-accounts";
import { may } from "@due-regard/domain/access/policy";
import { SCOPES, type Scope } from "@due-regard/domain/access/roles";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createToken } from "../auth/tokens.ts";
import {
  byHeader,
  everyText,
  everyTextOfPdf,
  readDownload,
} from "../features/performance/exporting/testing/read-download.ts";
import { schema } from "../schema.ts";
import { COUNTY, RECORD } from "../testing/performance-operations.ts";
import { signIn, startTestApp, type TestApp } from "../testing/test-app.ts";

const PERIOD = "2023-24";
const ENDINGS = ["csv", "xlsx", "ods"];
const textOf = async (ending: string, bytes: Uint8Array): Promise<string> =>
  ending === "pdf" ? await everyTextOfPdf(bytes) : everyText(ending, bytes);

const endingsOf = (address: string): string[] =>
  address.startsWith("dashboard") ? [...ENDINGS, "pdf"] : ENDINGS;

/** Groups whose every figure occurs nowhere else: where one turns up, a group was shown as recorded. */
const GROUPS = [
  { category: "Women", value: "64.13", numerator: "73213", denominator: "114163", note: "canary note one" },
  { category: "Men", value: "58.87", numerator: "73342", denominator: "124583", note: "canary note two" },
  { category: "Another sex", value: "42.86", numerator: "3", denominator: "7", note: "canary note three" },
];
const CANARIES = GROUPS.flatMap(({ value, numerator, denominator, note }) =>
  [value, numerator, denominator, note].filter((words) => words.length > 1),
);

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ schema, sampleData: true });
  const figure = { metric: "1E", organisation: COUNTY, period: PERIOD };
  const figures = [
    { ...figure, value: "61.40" },
    ...GROUPS.map(({ category, ...parts }) => ({
      ...figure,
      ...parts,
      breakdown: { characteristic: "SEX", category },
    })),
  ];
  const response = await app
    .openBrowser()
    .postJson(
      "/graphql",
      { query: RECORD, variables: { input: { figures } } },
      await tokenOf("analyst@example.org"),
    );
  const { data } = (await response.json()) as { data: { recordObservations: { __typename: string } } };
  expect(data.recordObservations.__typename).toBe("ObservationsRecorded");
});
afterAll(() => app.close());

const tokenOf = async (email: string, scopes: readonly Scope[] = SCOPES): Promise<Record<string, string>> => {
  const made = await createToken(app.database.db, { email, scopes: [...scopes], days: 1 });
  if (!made.ok) throw new Error(made.failure.message);
  return { authorization: `Bearer ${made.value.token}`, accept: "*/*" };
};

type Get = (address: string) => Promise<Response>;

/** Everybody of the demonstration in a browser, and the analyst with each token of one scope. */
const ACTORS: { name: string; get: () => Promise<Get>; scopes: readonly Scope[]; email: string }[] = [
  ...DEMO_ACCOUNTS.map(({ email }) => ({
    name: email,
    email,
    scopes: SCOPES,
    get: async () => {
      const browser = app.openBrowser();
      await signIn(browser, email);
      return (address: string) => browser.get(address);
    },
  })),
  ...SCOPES.map((scope) => ({
    name: `the analyst’s token for ${scope}`,
    email: "analyst@example.org",
    scopes: [scope],
    get: async () => {
      const headers = await tokenOf("analyst@example.org", [scope]);
      return (address: string) => app.openBrowser().get(address, headers);
    },
  })),
];

const viewerOf = ({ email, scopes }: (typeof ACTORS)[number]) => {
  const account = DEMO_ACCOUNTS.find((each) => each.email === email);
  const roles = (account?.roles ?? []).map(({ role, department }) => ({ role, departmentId: department }));
  return { userId: email, departmentId: null, roles, scopes };
};

const ADDRESSES = [
  `metric?code=1E&breakdown=SEX`,
  `metric?code=1E&organisation=${COUNTY}&breakdown=SEX&breakdown=AGE&from=${PERIOD}&to=${PERIOD}`,
  `metric?code=1E&organisation=${COUNTY}&breakdown=SEX&asAt=2099-01-01T00:00:00Z`,
  `metric?code=1E&organisation=${COUNTY}`,
  `dashboard?organisation=${COUNTY}&period=2022-04/2022-11`,
  `dashboard?organisation=${COUNTY}&period=2022-04/2022-11&asAt=2099-01-01T00:00:00Z`,
];

it.each(ACTORS)(
  "$name finds no group as recorded in any file, unless the policy lets them",
  async (actor) => {
    const viewer = viewerOf(actor);
    const get = await actor.get();
    let shown = 0;
    for (const address of ADDRESSES) {
      for (const ending of endingsOf(address)) {
        const response = await get(`/downloads/${address.replace("?", `.${ending}?`)}`);
        expect(response.status).toBe(may(viewer, "performance.read") ? 200 : 403);
        const bytes = new Uint8Array(await response.arrayBuffer());
        const text = response.ok ? await textOf(ending, bytes) : new TextDecoder().decode(bytes);
        const found = CANARIES.filter((canary) => text.includes(canary));
        const asRecorded = may(viewer, "performance.analyse") && address.includes("breakdown=SEX");
        expect(found, `${address} as ${ending}`).toEqual(asRecorded ? CANARIES : []);
        if (response.ok && address.includes("breakdown=SEX")) {
          const { Figures = [] } = await readDownload(ending, bytes);
          const groups = byHeader(Figures).filter((row) => row["breakdown characteristic"] === "SEX");
          expect(groups.length).toBe(3);
          shown += asRecorded ? 0 : groups.filter((row) => row.value !== "").length;
          if (!asRecorded) expect(groups.map(protectedRow)).toEqual(PROTECTED);
        }
      }
    }
    // Only the largest group may be shown, rounded, in three addresses and three formats.
    expect(shown).toBe(may(viewer, "performance.read") && !may(viewer, "performance.analyse") ? 9 : 0);
  },
);

const protectedRow = (row: Record<string, string>) => [
  row.status,
  row["breakdown category"],
  row.value,
  row.numerator,
  row.denominator,
  row["no value reason"],
  row.note,
  row.printed,
  row.protected,
];

const HIDDEN = ["", "", "", "SUPPRESSED", "", "Suppressed to protect privacy", "Yes"];
const PROTECTED = [
  ["PROTECTED", "Another sex", ...HIDDEN],
  ["PROTECTED", "Men", "59", "73340", "124585", "", "", "59% (73,340 out of 124,585)", "Yes"],
  ["PROTECTED", "Women", ...HIDDEN],
];
