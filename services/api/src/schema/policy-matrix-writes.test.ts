import {
  capacitiesOf,
  may,
  mayInDepartment,
  mayOnAssessment,
  mayTrackAction,
} from "@due-regard/domain/access/policy";
import { TRANSITION_ACTIONS, TRANSITIONS } from "@due-regard/domain/ehria/workflow/transitions";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SignedInViewer } from "../context.ts";
import { schema } from "../schema.ts";
import { type Canary, plantCanaries } from "../testing/canaries.ts";
import {
  globalId,
  POLICY_ACTORS,
  RANDOM_ID,
  RANDOM_REFERENCE,
  readableTo,
  wordsIn,
} from "../testing/policy-actors.ts";
import { ASSESSMENT_WRITES, OTHER_MUTATIONS, type PolicyWrite } from "../testing/policy-writes.ts";
import { askAndRollBack, fingerprintDatabase } from "../testing/rollback.ts";
import { type Ask, createTestApi, type TestApi } from "../testing/test-api.ts";
import { writeMany, writeText } from "../testing/write-texts.ts";

/** How many of the writes × 16 canaries are granted: counted by hand from the tables of policy and workflow. */
const GRANTED: Record<string, number> = {
  // DRAFT and CHANGES_REQUESTED: nine edits, showing where one is, four about comments, another form, asking and ending, SUBMIT, WITHDRAW;
  // IN_REVIEW: WITHDRAW; REOPEN and SUPERSEDE in three states; handing over, and two about what is watched, in six; two about its publication
  // in SIGNED_OFF.
  "lead.officer@example.org": 76,
  "a token for both scopes of assessments": 76,
  "other.department@example.org": 76,
  "contributor@example.org": 34,
  // What becomes of actions, three acts in the three states in which a plan is in force: as its lead officer may too.
  "head.of.service@example.org": 9,
  // IN_REVIEW: four about comments, one recommendation; SIGNED_OFF: two about its publication.
  "deg.member@example.org": 7,
  // IN_REVIEW: four about comments, REQUEST_CHANGES, SIGN_OFF; SIGNED_OFF: PUBLISH; REOPEN, SUPERSEDE and WITHDRAW in three
  // states; and handing the review over in IN_REVIEW, CHANGES_REQUESTED and SIGNED_OFF.
  "deg.chair@example.org": 19,
};

/** As many as one request may rename. */
const ALIASES = 30;

let api: TestApi;
let canaries: Canary[];
beforeAll(async () => {
  api = await createTestApi();
  ({ canaries } = await plantCanaries(api));
});
afterAll(() => api.close());

it("tries every mutation of the schema", () => {
  const tried = new Set([...ASSESSMENT_WRITES.map(({ mutation }) => mutation), ...OTHER_MUTATIONS]);
  expect([...tried].sort()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort());
});

describe.each(POLICY_ACTORS)("$name", ({ name, email, scopes }) => {
  let ask: Ask;
  let viewer: SignedInViewer | null;
  beforeEach(async () => {
    ask = api.as(email, scopes);
    viewer = await api.viewer(email, scopes);
  });

  const isGranted = ({ needs }: PolicyWrite, { subject }: Canary): boolean => {
    if (viewer === null || !may(viewer, "assessments.write")) return false;
    if (!mayOnAssessment(viewer, "assessment.read", subject)) return false;
    if (needs === "EDIT") return mayOnAssessment(viewer, "assessment.edit", subject);
    if (needs === "COMMENT") return mayOnAssessment(viewer, "assessment.comment", subject);
    if (needs === "RECOMMEND") return mayOnAssessment(viewer, "assessment.recommend", subject);
    if (needs === "HAND_OVER_REVIEW") return mayOnAssessment(viewer, "assessment.hand-over-review", subject);
    if (needs === "PREPARE_PUBLICATION") return mayOnAssessment(viewer, "assessment.redact", subject);
    if (needs === "CHANGE_FORM") return mayOnAssessment(viewer, "assessment.change-form", subject);
    if (needs === "INVITE") return mayOnAssessment(viewer, "assessment.invite", subject);
    if (needs === "TRACK") return mayTrackAction(viewer, subject, null);
    if (needs === "WATCH") return mayOnAssessment(viewer, "assessment.watch", subject);
    if (needs === "HAND_OVER") return mayOnAssessment(viewer, "assessment.hand-over", subject);
    const by = TRANSITIONS[subject.status][needs]?.by ?? [];
    return capacitiesOf(viewer, subject).some((capacity) => by.includes(capacity));
  };

  /** A token is never let through to a signature. */
  const answersTo = ({ needs, granted }: PolicyWrite, { subject }: Canary): readonly string[] => {
    const action = TRANSITION_ACTIONS.find((each) => each === needs);
    if (action === undefined || viewer?.authenticatedAt != null) return granted;
    return TRANSITIONS[subject.status][action]?.signs == null ? granted : ["NotAllowed"];
  };

  const writeAll = async (writes: { mutation: string; input: object }[]) => {
    const answers: { __typename: string }[] = [];
    const answered: unknown[] = [];
    for (let from = 0; from < writes.length; from += ALIASES) {
      const piece = writes.slice(from, from + ALIASES);
      const { text, variables } = writeMany(piece);
      const { data, errors } = await ask(text, variables);
      expect(errors).toEqual([]);
      answers.push(...piece.map((_write, index) => data[`w${index}`] as { __typename: string }));
      answered.push(data);
    }
    return { answers, answered: { data: answered, errors: [] } };
  };

  const refusalOf = (canary: Canary): string => {
    if (!may(viewer, "assessments.write")) return "NotAllowed";
    return readableTo(viewer, [canary]).length === 0 ? "NotFound" : "NotAllowed";
  };

  it("is refused what is not granted, in words that tell nothing, and nothing changes", async () => {
    const before = await fingerprintDatabase(api.database);
    const nowhere = {
      reference: RANDOM_REFERENCE,
      evidenceIds: [RANDOM_ID],
      actionId: RANDOM_ID,
      commentIds: [RANDOM_ID, RANDOM_ID],
      strangerId: RANDOM_ID,
    };
    const missing = ASSESSMENT_WRITES.map(({ mutation, input }) => ({ mutation, input: input(nowhere) }));
    const nothingThere = (await writeAll(missing)).answers;
    for (const canary of canaries) {
      const refused = ASSESSMENT_WRITES.filter((write) => !isGranted(write, canary));
      const tried = refused.map(({ mutation, input }) => ({ mutation, input: input(canary) }));
      const { answers, answered } = await writeAll(tried);
      const places = refused.map(({ mutation, needs }) => [mutation, needs, canary.subject.status]);
      expect(answers.map(({ __typename }, index) => [...(places[index] ?? []), __typename])).toEqual(
        places.map((place) => [...place, refusalOf(canary)]),
      );
      expect(wordsIn(answered)).toEqual([]);
      if (readableTo(viewer, [canary]).length === 0) expect(answers).toEqual(nothingThere);
    }
    expect(await fingerprintDatabase(api.database)).toEqual(before);
  });

  it("is offered just what is granted: at once, or withheld with why", async () => {
    const shown = readableTo(viewer, canaries);
    if (shown.length === 0) return;
    const fields = shown.map(
      ({ number, reference }) =>
        `a${number}: assessment(reference: "${reference}") { availableActions unavailableActions { action } }`,
    );
    const { data } = await ask(`{ ${fields.join(" ")} }`);
    for (const canary of shown) {
      const { availableActions, unavailableActions } = data[`a${canary.number}`];
      const offered = [
        ...availableActions,
        ...unavailableActions.map((each: { action: string }) => each.action),
      ];
      // Another form is offered by what the move would change, people and what is watched on their own pages: not as actions.
      const granted = ASSESSMENT_WRITES.filter((write) => isGranted(write, canary))
        .map(({ needs }) => needs)
        .filter((needs) => !["CHANGE_FORM", "INVITE", "HAND_OVER", "WATCH", "TRACK"].includes(needs));
      expect([canary.number, new Set(offered)]).toEqual([canary.number, new Set(granted)]);
    }
  });

  it("can do what is granted, and is shown only that assessment", async () => {
    const granted = ASSESSMENT_WRITES.flatMap((write) =>
      canaries
        .filter((canary) => isGranted(write, canary))
        .map((canary): [PolicyWrite, Canary] => [write, canary]),
    );
    expect(granted.length).toBe(GRANTED[name] ?? 0);
    for (const [write, canary] of granted) {
      const { mutation, needs, input } = write;
      const request = { text: writeText(mutation), variables: { input: input(canary) } };
      const answered = await askAndRollBack(api, { email, scopes, ...request });
      expect(answered.errors).toEqual([]);
      const place = [mutation, needs, canary.subject.status];
      const { __typename: answer } = answered.data[mutation];
      expect([...place, answersTo(write, canary)]).toEqual([...place, expect.arrayContaining([answer])]);
      const own = [`canary-${canary.number}`, `workings-${canary.number}`];
      expect(wordsIn(answered).filter((word) => !own.includes(word))).toEqual([]);
    }
  });

  it("can't reach the rows of one assessment through another", async () => {
    const [own] = canaries.filter(({ subject }) => mayOnAssessment(viewer, "assessment.edit", subject));
    if (own === undefined) return;
    const before = await fingerprintDatabase(api.database);
    const foreign = canaries.filter((canary) => canary !== own);
    const { reference } = own;
    const links = [...foreign.map(({ evidenceIds }) => evidenceIds[0] ?? ""), own.earlierEvidenceId];
    const unlinked = links.map((id) => ({
      mutation: "unlinkEvidence",
      input: { reference, evidence: globalId("EvidenceLink", id) },
    }));
    const actions = [...foreign.map(({ actionId }) => actionId), own.earlierActionId];
    const rows = actions.map((id) => ({ reference, id: globalId("EqualityAction", id), basedOnVersion: 1 }));
    const write = (change: object) =>
      rows.map((row) => ({ mutation: "saveImprovementAction", input: { ...row, ...change } }));
    const typesOf = async (writes: { mutation: string; input: object }[]) => [
      ...new Set((await writeAll(writes)).answers.map(({ __typename }) => __typename)),
    ];
    // What is gone already, or was never there, counts as taken out.
    expect(await typesOf(unlinked)).toEqual(["AssessmentSaved"]);
    expect(await typesOf(write({ remove: true }))).toEqual(["ImprovementActionSaved"]);
    expect(await typesOf(write({ action: "Mine" }))).toEqual(["NotFound"]);
    expect(await fingerprintDatabase(api.database)).toEqual(before);
  });

  it("starts assessments where they are an officer, and nowhere else", async () => {
    const departments = [...new Set(canaries.map(({ subject }) => subject.departmentId)), RANDOM_ID];
    const before = await fingerprintDatabase(api.database);
    for (const id of departments) {
      const input = { title: "Something new", department: globalId("Department", id) };
      const request = { text: writeText("startAssessment"), variables: { input } };
      const { data, errors } = await askAndRollBack(api, { email, scopes, ...request });
      expect(errors).toEqual([]);
      expect([id, data.startAssessment.__typename]).toEqual([id, startIn(id)]);
    }
    expect(await fingerprintDatabase(api.database)).toEqual(before);
  });

  const startIn = (id: string): string => {
    if (!may(viewer, "assessments.start")) return "NotAllowed";
    if (id === RANDOM_ID) return "ValidationError";
    return mayInDepartment(viewer, "assessments.start", id) ? "AssessmentSaved" : "NotAllowed";
  };
});
