import { type Client, useClient } from "urql";
import { createKeep } from "../../../data/keep.ts";
import { outcomeOf } from "../../../data/outcome.ts";
import { useHeld } from "../live/live-context.ts";
import { SaveAnswersMutation } from "../mutations.ts";
import { DraftQuery } from "../queries.ts";
import type { Answer, Content, Question } from "../types.ts";
import type { SaveResult, Stored } from "./autosave.ts";
import { useDraft } from "./draft-context.ts";
import { useReport } from "./save-board.tsx";
import { toSaveResult } from "./send.ts";
import { type AutosaveHandle, useAutosave } from "./use-autosave.ts";

export interface AnswerValue {
  choice: string | null;
  text: string | null;
}

/** How findings, problems and evidence name a place of the form: "question" or "question.part". */
export const placeOf = (question: string, part: string | null): string =>
  part === null ? question : `${question}.${part}`;

export const sameAnswer = (left: AnswerValue, right: AnswerValue): boolean =>
  left.choice === right.choice && (left.text ?? "") === (right.text ?? "");

interface Cell {
  reference: string;
  question: string;
  part: string | null;
}

const findAnswer = ({ answers }: Content, { question, part }: Cell): Answer | undefined =>
  answers.find((answer) => answer.question === question && answer.part === part);

const storedAnswer = (content: Content, cell: Cell): Stored<AnswerValue> => {
  const answer = findAnswer(content, cell);
  return {
    value: { choice: answer?.choice ?? null, text: answer?.text ?? null },
    version: answer?.version ?? 0,
  };
};

/** Reads the draft anew, past the cache. Null: it could not be read. */
export const readDraft = async (client: Client, reference: string): Promise<Content | null> => {
  const { data } = await client
    .query(DraftQuery, { reference }, { requestPolicy: "network-only" })
    .toPromise();
  return data?.assessment ?? null;
};

const saveAnswer = async (
  client: Client,
  cell: Cell,
  value: AnswerValue,
  basedOnVersion: number,
): Promise<SaveResult<AnswerValue>> => {
  const { reference, question, part } = cell;
  const answer = { question, part, choice: value.choice, text: value.text || null, basedOnVersion };
  const { data, error } = await client
    .mutation(SaveAnswersMutation, { input: { reference, answers: [answer] } })
    .toPromise();
  return toSaveResult(
    outcomeOf(data?.saveAnswers, error),
    ({ answers, savedAt }) => {
      const saved = answers.find((each) => each.question === question && each.part === part);
      return saved ? { version: saved.version, savedAt } : null;
    },
    async () => {
      const content = await readDraft(client, reference);
      return content && storedAnswer(content, cell);
    },
  );
};

export interface AnswerHandle extends AutosaveHandle<AnswerValue> {
  place: string;
  doubts: readonly string[];
}

/** The answer to a question or one part of it, saving itself as it is written. */
export const useAnswer = (question: Question, part: string | null = null): AnswerHandle => {
  const client = useClient();
  const { content, person } = useDraft();
  const cell = { reference: content.reference, question: question.key, part };
  const place = placeOf(question.key, part);
  const label = question.number ? `Question ${question.number}: ${question.text}` : question.text;
  const autosave = useAutosave<AnswerValue>({
    stored: useHeld(place, storedAnswer(content, cell)),
    keep: createKeep({ person, reference: cell.reference, place, label }),
    save: (value, basedOnVersion) => saveAnswer(client, cell, value, basedOnVersion),
    same: sameAnswer,
  });
  useReport(place, autosave.state, autosave.savedAt);
  return { ...autosave, place, doubts: findAnswer(content, cell)?.doubts ?? [] };
};
