import { expect } from "vitest";
import type { Ask } from "./test-api.ts";

/** The main job's operations, and the answers that finish the home care draft's screening. */

export const HOME_CARE = "EHRIA-2019-0001";

export const FAILURE = `
  ... on ValidationError { message problems { path message } }
  ... on Conflict { message conflicts { path currentVersion basedOnVersion theirs yours } }
  ... on NotAllowed { message }
  ... on NotFound { message }
`;

export const ASSESSMENT = `
  query ($reference: String!) {
    assessment(reference: $reference) {
      title status revision contentHash completedOn
      availableActions
      unavailableActions { action because }
      signingStatement
      sections { key status }
      blockers { path message }
      screeningDecision { likelyImpact reportRequired requiredBy }
      answers { question part choice text version counts }
      characteristicImpacts(stage: SCREENING) { characteristic affected direction comments barriers version }
      rightImpacts(stage: SCREENING) { part article affected comments version }
      evidence { id place pinned { display value title hash } changedSincePinned }
      improvementActions { id objective officer due version }
      signatures { role signatory { name } statement contentHash valid elements }
      revisions { number sealedAt contentHash sealedContent signatures { role } }
      history { edges { node { action reason actor { name } revision } } }
      changesRequestedBecause
    }
  }
`;

export const SAVE_ANSWERS = `
  mutation ($input: SaveAnswersInput!) {
    saveAnswers(input: $input) {
      __typename
      ... on AnswersSaved { answers { question part choice text version } assessment { status } }
      ${FAILURE}
    }
  }
`;

export const SAVE_CHARACTERISTICS = `
  mutation ($input: SaveCharacteristicImpactsInput!) {
    saveCharacteristicImpacts(input: $input) {
      __typename
      ... on CharacteristicImpactsSaved { impacts { characteristic affected direction version } }
      ${FAILURE}
    }
  }
`;

export const SAVE_RIGHTS = `
  mutation ($input: SaveRightImpactsInput!) {
    saveRightImpacts(input: $input) {
      __typename
      ... on RightImpactsSaved { impacts { part article affected version } }
      ${FAILURE}
    }
  }
`;

export const LINK_EVIDENCE = `
  mutation ($input: LinkEvidenceInput!) {
    linkEvidence(input: $input) {
      __typename
      ... on EvidenceLinked { evidence { id place pinned { display value title period source } changedSincePinned } }
      ${FAILURE}
    }
  }
`;

export const TRANSITION = `
  mutation ($input: TransitionAssessmentInput!) {
    transitionAssessment(input: $input) {
      __typename
      ... on AssessmentSaved { assessment { status revision contentHash } }
      ${FAILURE}
    }
  }
`;

// biome-ignore lint/suspicious/noExplicitAny: the assessment as asked for above
export const readAssessment = async (ask: Ask, reference = HOME_CARE): Promise<any> => {
  const { data, errors } = await ask(ASSESSMENT, { reference });
  expect(errors).toEqual([]);
  return data.assessment;
};

type Cell = [question: string, part: string | null, choice: string | null, text: string | null];

const MISSING: readonly Cell[] = [
  ["target-groups-consulted", "a", "YES", null],
  ["target-groups-consulted", "b", "YES", null],
  ["target-groups-consulted", "c", "YES", null],
  ["other-groups-explored", null, "YES", null],
  ["monitoring-systems", "a", "YES", null],
  ["monitoring-systems", "b", "YES", null],
  ["adverse-evidence", "b", "NO", null],
  ["date-completed", null, null, "2020-01-31"],
];

const DIRECTIONS: Record<string, string> = {
  AGE: "POSITIVE",
  PREGNANCY_AND_MATERNITY: "NEUTRAL",
  RACE: "NEUTRAL",
  DISABILITY: "POSITIVE",
  RELIGION_OR_BELIEF: "NEUTRAL",
  SEX: "NEUTRAL",
  SEXUAL_ORIENTATION: "NEUTRAL",
  OTHER_GROUPS: "POSITIVE",
  COMMUNITY_COHESION: "POSITIVE",
};

/** The answers that the paper's draft leaves open, each on the version that is stored. */
export const finishScreening = async (ask: Ask, reference = HOME_CARE): Promise<void> => {
  const before = await readAssessment(ask, reference);
  const versionOf = (question: string, part: string | null): number =>
    before.answers.find(
      (each: { question: string; part: string | null }) => each.question === question && each.part === part,
    )?.version ?? 0;
  const answers = MISSING.map(([question, part, choice, text]) => ({
    question,
    part,
    choice,
    text,
    basedOnVersion: versionOf(question, part),
  }));
  const saved = await ask(SAVE_ANSWERS, { input: { reference, answers } });
  expect(saved.data.saveAnswers.__typename).toBe("AnswersSaved");
  const impacts = before.characteristicImpacts
    .filter(({ characteristic }: { characteristic: string }) => characteristic in DIRECTIONS)
    .map(({ characteristic, comments, barriers, version }: Record<string, string | number>) => ({
      characteristic,
      affected: true,
      direction: DIRECTIONS[String(characteristic)],
      comments,
      barriers,
      basedOnVersion: version,
    }));
  const rows = await ask(SAVE_CHARACTERISTICS, { input: { reference, stage: "SCREENING", impacts } });
  expect(rows.data.saveCharacteristicImpacts.__typename).toBe("CharacteristicImpactsSaved");
  const elections = before.rightImpacts.find(
    ({ part, article }: { part: string; article: number }) => part === "FIRST_PROTOCOL" && article === 3,
  );
  const right = { part: "FIRST_PROTOCOL", article: 3, affected: false, basedOnVersion: elections.version };
  const rights = await ask(SAVE_RIGHTS, { input: { reference, stage: "SCREENING", impacts: [right] } });
  expect(rights.data.saveRightImpacts.__typename).toBe("RightImpactsSaved");
};

/** A figure of a County dashboard, by the metric's stable code. */
export const findFigure = async (
  ask: Ask,
  code: string,
  period: string,
): Promise<{ id: string; display: string }> => {
  const { data } = await ask(
    `query ($code: String!, $period: String!) {
      metric(code: $code) {
        observations(organisation: "E10000018", from: $period, to: $period) { edges { node { id display period { code } } } }
      }
    }`,
    { code, period },
  );
  const nodes = data.metric.observations.edges.map((edge: { node: unknown }) => edge.node);
  return nodes.find((node: { period: { code: string } }) => node.period.code === period);
};

/** What the lead sends to sign and submit, with the hash and statement that their page shows. */
export const submit = async (ask: Ask, reference = HOME_CARE) => {
  const { contentHash, signingStatement } = await readAssessment(ask, reference);
  const input = { reference, action: "SUBMIT", displayedHash: contentHash, statement: signingStatement };
  return (await ask(TRANSITION, { input })).data.transitionAssessment;
};
