import { setTimeout as sleep } from "node:timers/promises";
import type { Place } from "./application.ts";

const REFERENCE = "EHRIA-2019-0001";
const SAVE = `mutation ($input: SaveAnswersInput!) {
  saveAnswers(input: $input) { __typename ... on AnswersSaved { answers { version text } } }
}`;
const READ = `query ($reference: String!) {
  assessment(reference: $reference) { answers { question part version text } history(everything: true) { totalCount } }
}`;
const REQUEST_LIMIT_MS = 5_000;
const RETRY_MS = 20;

interface Stored {
  version: number;
  text: string | null;
}

export interface AnswerWriter {
  /** Saves without a pause until told to stop. What it saw go wrong is thrown by `stop`. */
  start: () => void;
  stop: () => Promise<void>;
  /** Compares what is stored with what was acknowledged; throws when something acknowledged is missing. */
  check: () => Promise<void>;
  acknowledged: () => number;
}

const ask = async (place: Place, token: string, query: string, variables: object) => {
  const response = await fetch(`http://127.0.0.1:${place.port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
  });
  return (await response.json()) as { data?: Record<string, never> | null };
};

/** What is stored now; null while nobody can say. */
const readAll = async (place: Place, token: string) => {
  const { data } = await ask(place, token, READ, { reference: REFERENCE }).catch(() => ({ data: null }));
  return (data?.assessment ?? null) as {
    answers: (Stored & { question: string; part: string | null })[];
    history: { totalCount: number };
  } | null;
};

/** How many things the record of the draft says have happened. */
export const countEvents = async (place: Place, token: string): Promise<number> => {
  const assessment = await readAll(place, token);
  if (assessment === null) throw new Error("The record can't be read");
  return assessment.history.totalCount;
};

/** Saves one answer over and over, each time on the version that it knows, and remembers what was acknowledged. */
export const createAnswerWriter = (place: Place, token: string, question: string): AnswerWriter => {
  let known: Stored | null = null;
  /** Sent, and not answered: it may be stored or not. */
  let inFlight: string | null = null;
  let count = 0;
  let writing = false;
  let work: Promise<void> = Promise.resolve();

  const synchronise = async (): Promise<boolean> => {
    const assessment = await readAll(place, token);
    if (assessment === null) return false;
    const found = assessment.answers.find((each) => each.question === question && each.part === null);
    const stored: Stored = { version: found?.version ?? 0, text: found?.text ?? null };
    if (known !== null) {
      const isKept = stored.version === known.version && stored.text === known.text;
      const isNext = stored.version === known.version + 1 && stored.text === inFlight;
      if (!isKept && !isNext) {
        const [was, is] = [known, stored].map((each) => JSON.stringify(each));
        throw new Error(`${question}: ${was} was acknowledged, ${inFlight} was under way, ${is} is stored`);
      }
    }
    known = stored;
    inFlight = null;
    return true;
  };

  const saveOnce = async ({ version }: Stored): Promise<void> => {
    const text = `${question}, written ${crypto.randomUUID()}`;
    const input = { reference: REFERENCE, answers: [{ question, text, basedOnVersion: version }] };
    inFlight = text;
    const { data } = await ask(place, token, SAVE, { input }).catch(() => ({ data: null }));
    const saved = (data?.saveAnswers ?? null) as { __typename: string; answers?: Stored[] } | null;
    if (saved === null) return;
    if (saved.__typename !== "AnswersSaved") throw new Error(`${question}: ${saved.__typename} was answered`);
    known = { version: saved.answers?.[0]?.version ?? 0, text };
    inFlight = null;
    count += 1;
  };

  const write = async (): Promise<void> => {
    while (writing) {
      // After a save without an answer, the record itself says how it went.
      if (known !== null && inFlight === null) await saveOnce(known);
      else if (!(await synchronise())) await sleep(RETRY_MS);
    }
  };

  return {
    start: () => {
      writing = true;
      work = write();
      work.catch(() => undefined);
    },
    stop: async () => {
      writing = false;
      await work;
    },
    check: async () => {
      if (!(await synchronise())) throw new Error(`${question} can't be read`);
    },
    acknowledged: () => count,
  };
};
