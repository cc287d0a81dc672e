import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SHORT_FORM } from "../../testing/form-operations.ts";
import {
  FAILURE,
  readAssessment,
  SAVE_ANSWERS,
  SAVE_CHARACTERISTICS,
  submit,
  TRANSITION,
} from "../../testing/home-care.ts";
import { type Ask, createTestApi, type TestApi } from "../../testing/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const LEAD = "lead.officer@example.org";
const CHAIR = "deg.chair@example.org";

const START = `
  mutation ($input: StartAssessmentInput!) {
    startAssessment(input: $input) {
      __typename ... on AssessmentSaved { assessment { reference template { key version } } } ${FAILURE}
    }
  }
`;
const SAVE_ACTION = `
  mutation ($input: SaveImprovementActionInput!) {
    saveImprovementAction(input: $input) { __typename ${FAILURE} }
  }
`;
const PAGE = `
  query ($reference: String!) {
    assessment(reference: $reference) {
      completedOn
      form { key title intro questions { key text visible forcedChoice forcedBecause obligations } }
      screeningDecision { likelyImpact reportRequired reportName requiredBy }
      characteristicImpacts { characteristic label stage }
      rightImpacts { article }
      findings { rule weight }
      signatures { role label statement elements valid }
    }
  }
`;

const start = async (ask: Ask, templateKey: string | null, title: string) => {
  const { data } = await ask(`{ viewer { department { id } } }`);
  const input = { title, department: data.viewer.department.id, templateKey, startedOn: "2026-02-02" };
  return (await ask(START, { input })).data.startAssessment.assessment;
};

type Cell = [question: string, part: string | null, choice: string | null, text: string | null];

const answer = async (ask: Ask, reference: string, cells: Cell[]) => {
  const { answers: stored } = await readAssessment(ask, reference);
  const answers = cells.map(([question, part, choice, text]) => {
    const before = stored.find(
      (each: { question: string; part: string | null }) => each.question === question && each.part === part,
    );
    return { question, part, choice, text, basedOnVersion: before?.version ?? 0 };
  });
  const { data } = await ask(SAVE_ANSWERS, { input: { reference, answers } });
  expect(data.saveAnswers).toMatchObject({ __typename: "AnswersSaved" });
};

// biome-ignore lint/suspicious/noExplicitAny: the page as asked for above
const page = async (ask: Ask, reference: string): Promise<any> => {
  const { data, errors } = await ask(PAGE, { reference });
  expect(errors).toEqual([]);
  return data.assessment;
};

const statusesOf = async (ask: Ask, reference: string) =>
  Object.fromEntries(
    (await readAssessment(ask, reference)).sections.map(({ key, status }: Record<string, string>) => [
      key,
      status,
    ]),
  );

/** Another council's form, made as data only, through the whole main job: each test goes on where the one before stopped. */
describe("the short form of another council", () => {
  let reference: string;
  const ask = (): Ask => api.as(LEAD);

  it("is chosen when an assessment starts, with what is known filled in", async () => {
    const started = await start(ask(), SHORT_FORM, "Mill Street desk on three days");
    expect(started.template).toEqual({ key: SHORT_FORM, version: 1 });
    reference = started.reference;
    const { answers, sections, title } = await readAssessment(ask(), reference);
    expect(title).toBe("Mill Street desk on three days");
    expect(answers.map(({ question, text }: Record<string, string>) => [question, text]).sort()).toEqual([
      ["author", "Commissioning manager"],
      ["begun-on", "2026-02-02"],
      ["proposal-name", "Mill Street desk on three days"],
      ["service", "Adults and Communities"],
    ]);
    expect(sections).toEqual([
      { key: "proposal", status: "IN_PROGRESS" },
      { key: "relevance", status: "NOT_STARTED" },
      { key: "effects", status: "CANNOT_START_YET" },
      { key: "outcome", status: "CANNOT_START_YET" },
      { key: "approval", status: "CANNOT_START_YET" },
    ]);
  });

  it("speaks in its own words, and asks about no rights", async () => {
    const { form, characteristicImpacts, rightImpacts } = await page(ask(), reference);
    expect(form.at(-1).intro[0]).toContain("The Equality Panel then reads");
    expect(JSON.stringify(form)).not.toContain("{{");
    expect(rightImpacts).toEqual([]);
    expect(characteristicImpacts).toHaveLength(10);
    expect(characteristicImpacts.at(-1)).toEqual({
      characteristic: "OTHER_GROUPS",
      label: "Carers, and people on low incomes",
      stage: "REPORT",
    });
  });

  it("decides by its own rule that a full assessment is needed", async () => {
    await answer(ask(), reference, [
      ["summary", null, null, "The desk opens on three days."],
      ["people", null, null, "Forty callers a day, most of them older."],
      ["differently-affected", "residents", "YES", null],
      ["differently-affected", "staff", "NO", null],
    ]);
    const { screeningDecision, form } = await page(ask(), reference);
    expect(screeningDecision).toEqual({
      likelyImpact: null,
      reportRequired: true,
      reportName: "full assessment",
      requiredBy: "Needed because some people could be affected more than others.",
    });
    const asked = form.flatMap(({ questions }: { questions: object[] }) => questions);
    expect(asked.find(({ key }: { key: string }) => key === "full-assessment-needed")).toMatchObject({
      forcedChoice: "YES",
    });
    expect(await statusesOf(ask(), reference)).toMatchObject({
      effects: "NOT_STARTED",
      outcome: "NOT_STARTED",
    });
  });

  it("is checked by the same rules: each by what the form says its questions mean", async () => {
    await answer(ask(), reference, [
      ["what-people-said", "asked", "YES", "Eleven callers."],
      ["what-people-said", "figures", "NO", "There are none."],
      ["softening", null, null, null],
      ["decision", null, "CHANGE_FIRST", "Older callers would lose out."],
      ["look-again-on", null, null, "2026-12-01"],
    ]);
    const { characteristicImpacts } = await page(ask(), reference);
    const impacts = characteristicImpacts.map(({ characteristic }: { characteristic: string }) => ({
      characteristic,
      affected: characteristic === "AGE",
      direction: characteristic === "AGE" ? "NEGATIVE" : null,
      comments: characteristic === "AGE" ? "Many can't come on other days." : null,
      basedOnVersion: 0,
    }));
    const input = { reference, stage: "REPORT", impacts };
    const saved = await ask()(SAVE_CHARACTERISTICS, { input });
    expect(saved.data.saveCharacteristicImpacts.__typename).toBe("CharacteristicImpactsSaved");
    const { findings } = await page(ask(), reference);
    expect(findings.map(({ weight, rule }: Record<string, string>) => `${weight} ${rule}`)).toEqual([
      "BLOCKS report-incomplete",
      "BLOCKS required-part-unanswered",
      "BLOCKS required-part-unanswered",
      "BLOCKS obliged-action-missing",
      "BLOCKS negative-impact-without-mitigation",
    ]);
    const { blockers } = await readAssessment(ask(), reference);
    expect(blockers[0].message).toMatch(/until the full assessment is complete: one question of it is not/);
  });

  it("can be finished, signed and submitted by its author", async () => {
    await answer(ask(), reference, [["softening", null, null, "Older people can book a call at any time."]]);
    const action = {
      reference,
      objective: "Older callers are helped",
      action: "Book calls",
      target: "All who ask",
      officer: "Desk manager",
      due: "2026-06-30",
      fromQuestion: "decision",
      basedOnVersion: 0,
    };
    const saved = await ask()(SAVE_ACTION, { input: action });
    expect(saved.data.saveImprovementAction.__typename).toBe("ImprovementActionSaved");
    const ready = await readAssessment(ask(), reference);
    expect(ready.blockers).toEqual([]);
    expect(ready.signingStatement).toMatch(/I ask the Equality Panel to approve it\.$/);
    expect((await submit(ask(), reference)).assessment.status).toBe("IN_REVIEW");
    // The form doesn't ask when it was completed, so the day of submission counts.
    const { completedOn } = await page(ask(), reference);
    expect(completedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it("is approved by the chair in the form's own words", async () => {
    const chair = api.as(CHAIR);
    const { contentHash, signingStatement } = await readAssessment(chair, reference);
    expect(signingStatement).toMatch(
      /^I have read this assessment.*Wexbrook District Council can rely on it/,
    );
    const input = {
      reference,
      action: "SIGN_OFF",
      displayedHash: contentHash,
      statement: signingStatement,
    };
    const signed = await chair(TRANSITION, { input });
    expect(signed.data.transitionAssessment.assessment.status).toBe("SIGNED_OFF");
    const { signatures, completedOn } = await page(chair, reference);
    expect(signatures).toMatchObject([
      { role: "LEAD_OFFICER", label: "Author", elements: ["SCREENING", "REPORT"], valid: true },
      { role: "DEG_CHAIR", label: "Chair of the Equality Panel", valid: true },
    ]);
    expect(completedOn).not.toBeNull();
    expect(Object.values(await statusesOf(chair, reference))).toEqual([
      "COMPLETE",
      "COMPLETE",
      "COMPLETE",
      "COMPLETE",
      "COMPLETE",
    ]);
  });

  it("stops after its first look where nobody is affected, with the reason on record", async () => {
    const { reference: other } = await start(ask(), SHORT_FORM, "New paint for the bins");
    await answer(ask(), other, [
      ["summary", null, null, "The bins become green."],
      ["people", null, null, "Everybody who sees them."],
      ["differently-affected", "residents", "NO", null],
      ["differently-affected", "staff", "NO", null],
      ["full-assessment-needed", null, "NO", null],
    ]);
    expect((await page(ask(), other)).screeningDecision.requiredBy).toBe(
      "The lead officer decided that no full assessment is needed.",
    );
    expect((await submit(ask(), other)).__typename).toBe("ValidationError");
    await answer(ask(), other, [["why-not-needed", null, null, "Labels in braille stay as they are."]]);
    expect(await statusesOf(ask(), other)).toMatchObject({
      effects: "NOT_REQUIRED",
      outcome: "NOT_REQUIRED",
    });
    expect((await submit(ask(), other)).assessment.status).toBe("IN_REVIEW");
    const { signatures } = await page(ask(), other);
    expect(signatures[0].elements).toEqual(["SCREENING"]);
  });

  it("is not what an assessment starts on unless it is chosen: the county's form was published last", async () => {
    expect((await start(ask(), null, "Any policy")).template.key).toBe("leicestershire-ehria");
    const { data } = await ask()(`{ formTemplates { key version } }`);
    expect(data.formTemplates).toEqual([
      { key: "leicestershire-ehria", version: 1 },
      { key: SHORT_FORM, version: 1 },
    ]);
  });
});
