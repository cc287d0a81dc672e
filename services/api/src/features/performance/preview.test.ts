import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAILURE } from "../../testing/home-care.ts";
import { COUNTY } from "../../testing/performance-operations.ts";
import { fingerprintDatabase } from "../../testing/rollback.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
let analyst: Ask;
beforeAll(async () => {
  api = await createTestApi();
  analyst = api.as("analyst@example.org");
});
afterAll(() => api.close());

const ROW = `
  metric { code }
  current { display value status note }
  previous { display }
  target { display tolerance note }
  rating { suggested suggestedComparison judged comparison effective reason }
  progress { comparison basis }
  forecast { value }
  commentary { data review action author { name } }
  ranking { rank of }
`;
const DASHBOARDS = `dashboards {
  edition { period { code } }
  before { sentence } after { sentence }
  rows { before { ${ROW} } after { ${ROW} } }
}`;
const answers = (mutation: string, success: string, shown: string) => `
  mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
    ${mutation}(input: $input) { __typename ... on ${success} { preview ${shown} ${DASHBOARDS} } ${FAILURE} }
  }`;

/** Each write with what it answers, without ids and times: those of a preview are of no lasting row. */
const WRITES = {
  recordObservations: answers(
    "recordObservations",
    "ObservationsRecorded",
    "recorded observations { display value status note doubts period { code } }",
  ),
  setTarget: answers("setTarget", "TargetSet", "target { display kind low high tolerance note }"),
  judgeRating: answers("judgeRating", "RatingJudged", `rating { judged effective reason } result { ${ROW} }`),
  writeCommentary: answers("writeCommentary", "CommentaryWritten", "commentary { data review action }"),
} as const;
type Write = keyof typeof WRITES;

// biome-ignore lint/suspicious/noExplicitAny: the union as asked for
const send = async (mutation: Write, input: object, ask = analyst): Promise<any> => {
  const { data, errors } = await ask(WRITES[mutation], { input });
  expect(errors).toEqual([]);
  return data[mutation];
};
const preview = (mutation: Write, input: object, ask = analyst) =>
  send(mutation, { ...input, preview: true }, ask);

const EDITION = "2019-04/2019-11";
const about = { metric: "LOCAL-heritage-visits", organisation: COUNTY, period: EDITION };

/** When what stands was recorded, as somebody who edits sees it. */
const standing = async (metric = about.metric) => {
  const { data } = await analyst(
    `query ($metric: String!, $asAt: DateTime) { metric(code: $metric) { results(organisation: "${COUNTY}", asAt: $asAt) {
      edition { period { code } } current { recordedAt period { code } } target { recordedAt period { code } } rating { judgedAt }
    } } }`,
    { metric, asAt: new Date().toISOString() },
  );
  // biome-ignore lint/suspicious/noExplicitAny: as asked for
  return data.metric.results.find(({ edition }: any) => edition.period.code === EDITION);
};

describe("a preview", () => {
  it("shows the row and the headline before and after, in the words of the dashboard", async () => {
    const { current } = await standing("1E");
    const figure = { ...about, metric: "1E", value: "5.0", basedOnRecordedAt: current.recordedAt };
    const shown = await preview("recordObservations", { figures: [figure] });
    expect(shown).toMatchObject({
      __typename: "ObservationsRecorded",
      preview: true,
      recorded: 1,
      observations: [{ display: "5.0%" }],
      dashboards: [
        {
          edition: { period: { code: EDITION } },
          before: {
            sentence: "19 on target, 4 within tolerance, 0 to miss, 8 no judgement: 31 measures",
          },
          rows: [
            {
              before: { current: { display: "11.2%" }, progress: { comparison: "SIMILAR" } },
              after: {
                current: { display: "5.0%" },
                progress: { comparison: "WORSE" },
                // The officer's judgement stands, whatever the software would now suggest.
                rating: { suggested: "RED", effective: "GREEN" },
              },
            },
          ],
        },
      ],
    });
  });

  it.each<[Write, object]>([
    ["recordObservations", { figures: [{ ...about, period: "2023-04/2023-11", value: "1" }] }],
    ["recordObservations", { figures: [{ ...about, period: "2023-04/2023-11", value: "-1" }] }],
    ["recordObservations", { figures: [{ ...about, value: "1" }] }],
    ["setTarget", { ...about, period: "2023-24", kind: "TARGET", operator: "GTE", low: "1" }],
    ["setTarget", { ...about, kind: "TARGET", operator: "NONE" }],
    ["judgeRating", { ...about, scheme: "RAG", judged: "RED", reason: "Never" }],
    ["judgeRating", { ...about, scheme: "RAG", judged: "RED", reason: "" }],
    ["writeCommentary", { ...about, data: "Never written" }],
    ["writeCommentary", about],
  ])("of %s %o writes nothing, not even its key", async (mutation, input) => {
    const before = await fingerprintDatabase(api.database);
    const answered = await preview(mutation, { ...input, idempotencyKey: `preview-${mutation}` });
    expect(answered.__typename).toBeTypeOf("string");
    expect(await fingerprintDatabase(api.database)).toEqual(before);
  });

  it("leaves its key free for the write", async () => {
    const input = { ...about, period: "2021-22", data: "First draft", idempotencyKey: "kept-for-later" };
    expect((await preview("writeCommentary", input)).__typename).toBe("CommentaryWritten");
    const written = await send("writeCommentary", { ...input, data: "Second thoughts" });
    expect(written).toMatchObject({ preview: false, commentary: { data: "Second thoughts" } });
  });

  it.each<[Write, object]>([
    ["recordObservations", { figures: [about] }],
    ["setTarget", { ...about, kind: "NONE", operator: "NONE" }],
    ["judgeRating", { ...about, scheme: "RAG", judged: "RED", reason: "Mine" }],
    ["writeCommentary", { ...about, data: "Mine" }],
  ])("of %s is for those who may write", async (mutation, input) => {
    for (const email of ["scrutiny@example.org", "lead.officer@example.org", null])
      expect((await preview(mutation, input, api.as(email))).__typename).toBe("NotAllowed");
  });

  it("tells of a conflict as the write would", async () => {
    const stale = { figures: [{ ...about, value: "1", basedOnRecordedAt: "2001-01-01T00:00:00Z" }] };
    expect(await preview("recordObservations", stale)).toEqual(await send("recordObservations", stale));
  });
});

const METRICS = ["LOCAL-heritage-visits", "1E", "LOCAL-meet", "1C pt 2a", "1C pt 1a", "LOCAL-library-visits"];
const amount = fc.integer({ min: 0, max: 999 }).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`);
const words = fc.constantFrom("Counted again", "Awaiting returns", "A dip in autumn");

interface Edit {
  mutation: Write;
  metric: string;
  change: Record<string, unknown>;
}

const EDITS: Record<Write, fc.Arbitrary<Record<string, unknown>>> = {
  recordObservations: fc.oneof(
    fc.record({ value: amount, note: fc.option(words) }),
    fc.constant({ noValueReason: "RESULTS_DUE", expectedOn: "June 2020" }),
  ),
  setTarget: fc.record({ low: amount, tolerance: fc.option(amount), note: fc.option(words) }),
  judgeRating: fc.record({ judged: fc.constantFrom("RED", "AMBER", "GREEN"), reason: words }),
  writeCommentary: fc.record({ data: words, action: fc.option(words) }),
};

/** The edit as a page would send it, on what stands now. */
const inputOf = async ({ mutation, metric, change: made }: Edit): Promise<object> => {
  const row = await standing(metric);
  const subject = { metric, organisation: COUNTY, period: EDITION };
  const inputs: Record<Write, () => object> = {
    recordObservations: () => ({
      figures: [{ ...subject, ...made, basedOnRecordedAt: row.current.recordedAt }],
    }),
    setTarget: () => ({
      ...subject,
      period: row.target.period.code,
      kind: metric === "LOCAL-meet" ? "BAND" : "TARGET",
      ...boundsOf(metric, String(made.low)),
      ...(made.tolerance ? { tolerance: made.tolerance, toleranceKind: "ABSOLUTE" } : {}),
      note: made.note,
      basedOnRecordedAt: row.target.recordedAt,
    }),
    judgeRating: () => ({ ...subject, scheme: "RAG", ...made, basedOnJudgedAt: row.rating.judgedAt }),
    writeCommentary: () => ({ ...subject, ...made, basedOnWrittenAt: writtenAt.get(metric) }),
  };
  return inputs[mutation]();
};

const boundsOf = (metric: string, low: string) => {
  if (metric === "LOCAL-meet") return { operator: "BETWEEN", low, high: "100" };
  return { operator: "GTE", low };
};

const writtenAt = new Map<string, string>();
const rememberCommentary = async (metric: string) => {
  const { data } = await analyst(
    `query ($metric: String!) { metric(code: $metric) { commentary(organisation: "${COUNTY}", period: "${EDITION}") { writtenAt author { name } } } }`,
    { metric },
  );
  // biome-ignore lint/suspicious/noExplicitAny: as asked for
  const own = data.metric.commentary.find(({ author }: any) => author.name.startsWith("Alex"));
  if (own) writtenAt.set(metric, own.writtenAt);
};

describe("the write after a preview gives what the preview said, edit after edit", () => {
  it.each(Object.keys(EDITS) as Write[])("%s", async (mutation) => {
    const edits = fc.record({
      mutation: fc.constant(mutation),
      metric: fc.constantFrom(...METRICS),
      change: EDITS[mutation],
    });
    await fc.assert(
      fc.asyncProperty(edits, async (edit) => {
        const input = await inputOf(edit);
        const foreseen = await preview(mutation, input);
        expect(foreseen.preview).toBe(true);
        expect(await send(mutation, input)).toEqual({ ...foreseen, preview: false });
        await rememberCommentary(edit.metric);
      }),
      { numRuns: 10 },
    );
  });
});
