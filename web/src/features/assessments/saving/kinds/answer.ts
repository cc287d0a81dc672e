import { outcomeOf } from "../../../../data/outcome.ts";
import { SaveAnswersMutation } from "../../mutations.ts";
import { choiceWords, dateWords } from "../../words.ts";
import type { SaveKind } from "./kind.ts";
import { requestOptions, resultOf } from "./run-save.ts";

export interface AnswerAddress {
  reference: string;
  question: string;
  part: string | null;
}

export interface AnswerValue {
  choice: string | null;
  text: string | null;
}

const isAt =
  ({ question, part }: AnswerAddress) =>
  (answer: { question: string; part: string | null }) =>
    answer.question === question && answer.part === part;

/** The answer to a question, or to one part of it. */
export const answerKind: SaveKind<AnswerAddress, AnswerValue> = {
  keyOf: ({ question, part }) => (part === null ? question : `${question}.${part}`),
  same: (left, right) => left.choice === right.choice && (left.text ?? "") === (right.text ?? ""),
  read: ({ answers }, address) => {
    const answer = answers.find(isAt(address));
    return {
      value: { choice: answer?.choice ?? null, text: answer?.text ?? null },
      version: answer?.version ?? 0,
    };
  },
  send: async (link, address, attempt) => {
    const { reference, question, part } = address;
    const { value, basedOnVersion, setAside, key } = attempt;
    const answer = {
      question,
      part,
      choice: value.choice,
      text: value.text || null,
      basedOnVersion,
      setAside,
    };
    const { data, error } = await link.client
      .mutation(
        SaveAnswersMutation,
        { input: { reference, answers: [answer], idempotencyKey: key } },
        requestOptions(link, attempt),
      )
      .toPromise();
    const sent = { kind: answerKind, link, address, attempt };
    return resultOf(sent, outcomeOf(data?.saveAnswers, error), ({ answers, savedAt }) => {
      const saved = answers.find(isAt(address));
      if (!saved) return null;
      const { choice, text, version } = saved;
      return { stored: { value: { choice, text }, version }, savedAt };
    });
  },
  pieces: (choices) => [
    {
      key: "choice",
      label: "Choice",
      read: ({ choice }) => choiceWords(choice, choices) ?? "",
      take: (value, { choice }) => ({ ...value, choice }),
    },
    {
      key: "text",
      label: "Text",
      read: ({ text }) => text ?? "",
      merge: (value, text) => ({ ...value, text }),
    },
  ],
};

/** An answer that is a day, or still to be confirmed: two days can't be made one. */
export const dateKind: SaveKind<AnswerAddress, AnswerValue> = {
  ...answerKind,
  pieces: () => [{ key: "date", label: "Date", read: ({ text }) => dateWords(text) ?? "" }],
};
