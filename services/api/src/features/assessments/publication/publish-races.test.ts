import { publicationHash } from "@due-regard/domain/ehria/publication/publication-hash";
import { hashContent } from "@due-regard/domain/seal/hash-content";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readAssessment, SAVE_ANSWERS, submit, TRANSITION } from "../../../testing/home-care.ts";
import {
  DECIDE_REDACTIONS,
  PREPARE_PUBLICATION,
  PUBLICATION,
  redactAll,
} from "../../../testing/publication-operations.ts";
import { type Drafts, prepareDrafts, racesOf, randomFrom, SEED } from "../../../testing/races.ts";
import { signOff } from "../../../testing/review-operations.ts";
import { createTestApi, type TestApi } from "../../../testing/test-api.ts";

/**
 * A copy for the public waits to be approved, and everything that can happen then happens at once: it is published twice over, by two
 * chairs, reopened, withdrawn, decided about anew, prepared anew by somebody else, and the chair's role ends.
 */
const RACES = racesOf(4);
const WAVES = 3;

let api: TestApi;
let drafts: Drafts;

const as = (name: string) => api.as(`${name}@example.org`);

beforeAll(async () => {
  api = await createTestApi({ connections: 12 });
  drafts = await prepareDrafts(api);
  // A second chair, and a first one who sits on the group as well and so may have a part in the copy.
  await api.database.sql`
    insert into role_grants (user_id, role, department_id)
    select u.id, case u.email when 'deg.chair@example.org' then 'DEG_MEMBER' else 'DEG_CHAIR' end::role, u.department_id
    from users u where u.email in ('deg.chair@example.org', 'head.of.service@example.org')`;
}, 60_000);
afterAll(() => api.close());

const QUESTION = "related-policies";
const WORDS = "We asked Priya Shah, and 3 carers.";

/** Signed by both and prepared by a member, as the races find it. */
const makePrepared = async (title: string): Promise<string> => {
  const reference = await drafts.make(title);
  const { answers: before } = await readAssessment(as("lead.officer"), reference);
  const { version } = before.find(({ question }: { question: string }) => question === QUESTION);
  const answers = [{ question: QUESTION, text: WORDS, basedOnVersion: version }];
  await send("lead.officer", SAVE_ANSWERS, { reference, answers });
  await submit(as("lead.officer"), reference);
  await signOff(as("deg.chair"), reference);
  await redactAll(as("deg.member"), reference);
  await send("deg.member", PREPARE_PUBLICATION, { reference });
  return reference;
};

const send = async (by: string, mutation: string, input: object): Promise<string> => {
  const { data, errors } = await as(by)(mutation, { input });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const [answer] = Object.values(data) as { __typename: string }[];
  return answer?.__typename ?? "";
};

/**
 * What people try, each with how likely it is in the first wave, and in a later one. REDO decides anew and prepares at once, so that
 * another copy than the one that pages show is soon there.
 */
const TRIES = [
  { by: "deg.chair", action: "PUBLISH", odds: [0.4, 0.8] },
  { by: "deg.chair", action: "PUBLISH", odds: [0.2, 0.4] },
  { by: "head.of.service", action: "PUBLISH", odds: [0.2, 0.6] },
  { by: "deg.member", action: "REDO", odds: [0.6, 0.3] },
  { by: "deg.chair", action: "REDO", odds: [0.1, 0.1] },
  { by: "deg.member", action: "DECIDE", odds: [0.2, 0.2] },
  { by: "deg.chair", action: "DECIDE", odds: [0.1, 0.1] },
  { by: "lead.officer", action: "PREPARE", odds: [0.3, 0.3] },
  { by: "lead.officer", action: "REOPEN", odds: [0.1, 0.25] },
  { by: "head.of.service", action: "REOPEN", odds: [0.05, 0.1] },
  { by: "head.of.service", action: "WITHDRAW", odds: [0.05, 0.15] },
  { by: "deg.chair", action: "LOSE_ROLE", odds: [0.15, 0.15] },
] as const;
type Try = (typeof TRIES)[number];

interface Page {
  publication: {
    hits: { id: string; decision: { version: number } | null }[];
    prepared: { hash: string } | null;
  } | null;
}
type Pages = Record<string, Page | null>;

const load = async (reference: string): Promise<Pages> => {
  const names = [...new Set(TRIES.map(({ by }) => by))];
  const shown = names.map(async (name) => [
    name,
    (await as(name)(PUBLICATION, { reference })).data.assessment,
  ]);
  return Object.fromEntries(await Promise.all(shown));
};

const endChair = () => api.database.sql`
  update role_grants set revoked_at = now()
  where role = 'DEG_CHAIR' and user_id = ${drafts.idOf("deg.chair")} and revoked_at is null`;
const letChair = () => api.database.sql`
  insert into role_grants (user_id, role, department_id)
  select distinct user_id, role, department_id from role_grants
  where role = 'DEG_CHAIR' and user_id = ${drafts.idOf("deg.chair")}
  on conflict do nothing`;

interface Told {
  by: string;
  action: string;
  /** Hash of the copy that the page of whoever sent it had shown. */
  displayed: string | null;
  answer: string;
}

/** The first passage is left out, and kept the next time: each time it is another copy. */
const decide = (reference: string, page: Page | null): [string, object] => {
  const [hit] = page?.publication?.hits ?? [];
  const version = hit?.decision?.version ?? 0;
  const choice = version % 2 === 0 ? { choice: "REDACT" } : { choice: "KEEP", reason: "They agreed" };
  return [DECIDE_REDACTIONS, { reference, decisions: [{ hit: hit?.id, version, ...choice }] }];
};

const attempt = async (reference: string, { by, action }: Try, page: Page | null): Promise<Told> => {
  const displayed = page?.publication?.prepared?.hash ?? null;
  const told = { by, action, displayed };
  if (action === "LOSE_ROLE") {
    await endChair();
    return { ...told, answer: "done" };
  }
  if (action === "DECIDE" || action === "REDO") {
    const answer = await send(by, ...decide(reference, page));
    if (action === "REDO") await send(by, PREPARE_PUBLICATION, { reference });
    return { ...told, answer };
  }
  if (action === "PREPARE") return { ...told, answer: await send(by, PREPARE_PUBLICATION, { reference }) };
  const notice = { publicNotice: "The council gave it up.", publicNoticeChecked: true };
  const input = { reference, action, displayedHash: displayed, reason: "It is raced for", ...notice };
  return { ...told, answer: await send(by, TRANSITION, input) };
};

/** All at once, several times over; now and then from pages that were not loaded again. */
const race = async (reference: string, random: () => number): Promise<Told[][]> => {
  let pages = await load(reference);
  const waves: Told[][] = [];
  for (let wave = 0; wave < WAVES; wave += 1) {
    if (wave > 0 && random() < 0.7) pages = await load(reference);
    const tries = TRIES.filter(({ odds }) => random() < odds[wave === 0 ? 0 : 1])
      .map((each) => ({ each, order: random() }))
      .sort((left, right) => left.order - right.order);
    waves.push(await Promise.all(tries.map(({ each }) => attempt(reference, each, pages[each.by] ?? null))));
  }
  return waves;
};

interface Event {
  action: string;
  actor: string;
  revision: number;
  hash: string | null;
}

/** Everything that moves it or its copy, in the order in which it was written under the row lock. */
const readEvents = (reference: string): Promise<Event[]> => api.database.sql<Event[]>`
  select e.action, e.actor_id as actor, e.revision, e.detail ->> 'publicationHash' as hash
  from audit_events e join assessments a on a.id = e.assessment_id
  where a.reference = ${reference} and e.action in ('assessment.signed-off', 'assessment.reopened', 'assessment.withdrawn',
    'assessment.published', 'publication.prepared', 'publication.passage-decided') order by e.sequence`;

/** What stands against one publication, from what was written before it. */
const faultsBefore = ({ actor, revision, hash }: Event, before: Event[]): string[] => {
  const status = before.findLast(({ action }) => action.startsWith("assessment."));
  const lastMade = before.findLast(({ action }) => action.startsWith("publication."));
  const madeBy = before.filter(
    (each) => each.action.startsWith("publication.") && each.revision === revision,
  );
  return [
    ...(status?.action === "assessment.signed-off" && status.revision === revision
      ? []
      : [`published a revision that was ${status?.action}`]),
    ...(lastMade?.action === "publication.prepared" && lastMade.hash === hash
      ? []
      : ["published what was not the copy prepared last"]),
    ...(madeBy.some((each) => each.actor === actor)
      ? ["published by somebody who had a part in the copy"]
      : []),
  ];
};

interface Edition {
  edition: number;
  copyHash: string;
  hash: string;
  content: string;
  files: { html: string; pdf: string; docx: string; json: string };
}

const readEditions = (reference: string): Promise<Edition[]> => api.database.sql<Edition[]>`
  select e.edition, e.content_hash as "copyHash", e.content, d.detail ->> 'publicationHash' as hash,
    (select json_object_agg(f.format, encode(sha256(f.bytes), 'hex')) from published.files f
      where f.reference = e.reference and f.edition = e.edition) as files
  from published.editions e join assessments a on a.reference = e.reference
  left join audit_events d on d.assessment_id = a.id and d.action = 'assessment.published'
    and (d.detail ->> 'edition')::int = e.edition
  where e.reference = ${reference} order by e.edition`;

/** What a race left wrong, in words. None: whatever was published is what a second person saw of a revision that was signed, once. */
const faultsOf = async (reference: string, waves: Told[][]): Promise<string[]> => {
  const [events, editions] = await Promise.all([readEvents(reference), readEditions(reference)]);
  const published = events.flatMap((event, index) =>
    event.action === "assessment.published" ? [{ event, before: events.slice(0, index) }] : [],
  );
  const accepted = waves
    .flat()
    .filter(({ action, answer }) => action === "PUBLISH" && answer === "AssessmentSaved");
  const lost = waves.findIndex((wave) => wave.some(({ action }) => action === "LOSE_ROLE"));
  const afterwards = lost < 0 ? [] : waves.slice(lost + 1).flat();
  return [
    ...published.flatMap(({ event, before }) => faultsBefore(event, before)),
    ...(new Set(published.map(({ event }) => event.revision)).size === published.length
      ? []
      : ["a revision was published twice"]),
    ...(accepted.length === published.length && editions.length === published.length
      ? []
      : [
          `${accepted.length} acknowledged, ${published.length} recorded, ${editions.length} in the register`,
        ]),
    ...accepted
      .filter(
        ({ by, displayed }) =>
          !published.some(({ event }) => event.hash === displayed && event.actor === drafts.idOf(by)),
      )
      .map(({ by }) => `${by} published what was not displayed`),
    ...editions
      .filter(
        ({ content, copyHash, files, hash }) =>
          hashContent(JSON.parse(content)) !== copyHash || publicationHash(copyHash, files) !== hash,
      )
      .map(({ edition }) => `edition ${edition} holds other bytes than were approved`),
    ...afterwards
      .filter(
        ({ by, action, answer }) =>
          by === "deg.chair" && action === "PUBLISH" && answer === "AssessmentSaved",
      )
      .map(() => "published by somebody who was no longer the chair"),
  ];
};

it(`${RACES} races for one prepared copy each: nothing is published that a second person was not shown, of what is no longer signed, or twice`, {
  timeout: 60_000 + RACES * 15_000,
}, async () => {
  const outcomes: Record<string, number> = {};
  for (let round = 0; round < RACES; round += 1) {
    const random = randomFrom(SEED + round * 7_919);
    const reference = await makePrepared(`Race ${round}`);
    const waves = await race(reference, random);
    await letChair();
    expect({ round, faults: await faultsOf(reference, waves) }).toEqual({ round, faults: [] });
    for (const { action, answer } of waves.flat())
      outcomes[`${action} ${answer}`] = (outcomes[`${action} ${answer}`] ?? 0) + 1;
  }
  if (process.env.RACES !== undefined) console.log(outcomes);
  expect(outcomes["PUBLISH AssessmentSaved"]).toBeGreaterThan(0);
});
