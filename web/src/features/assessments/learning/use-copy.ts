import { useEffect, useState } from "react";
import { useClient } from "urql";
import { newKey } from "../../../data/new-key.ts";
import { explain, outcomeOf } from "../../../data/outcome.ts";
import type { AnswerHandle } from "../drafting/use-answer.ts";
import { answerKind } from "../saving/kinds/answer.ts";
import { readDraft } from "../saving/kinds/run-save.ts";
import { isTrouble } from "../saving/save-state.ts";
import type { Question } from "../types.ts";
import { CopyAnswerMutation } from "./queries.ts";
import type { EarlierAnswer } from "./use-earlier.ts";

const OWN_FIRST = "What you have written here is not saved yet. See to that first, then use this text";
const CHANGED =
  "Somebody else changed this answer meanwhile. It is shown as it stands now: use this text again if it still helps";

interface CopyOptions {
  reference: string;
  question: Question;
  example: EarlierAnswer;
  answer: AnswerHandle;
  onCopied: () => void;
}

/**
 * Copies an answer of another assessment into this one. What the person has typed goes first, through its own queue: the words
 * are added below it by the server, on the version that was then stored.
 */
export const useCopy = ({ reference, question, example, answer, onCopied }: CopyOptions) => {
  const client = useClient();
  const [wanted, setWanted] = useState<{ key: string } | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { part } = example;

  const send = async (key: string) => {
    setIsSending(true);
    const input = {
      reference,
      question: question.key,
      part,
      from: example.assessment.reference,
      basedOnVersion: answer.version,
      idempotencyKey: key,
    };
    const { data, error } = await client.mutation(CopyAnswerMutation, { input }).toPromise();
    const outcome = outcomeOf(data?.copyAnswer, error);
    if (outcome.kind === "DONE") {
      const saved = outcome.value.answers.find((each) => each.part === part);
      if (saved) answer.adopt({ value: { choice: saved.choice, text: saved.text }, version: saved.version });
    }
    if (outcome.kind === "CONFLICT") {
      const content = await readDraft(client, reference);
      if (content) answer.adopt(answerKind.read(content, { reference, question: question.key, part }));
    }
    setIsSending(false);
    setWanted(null);
    if (outcome.kind === "DONE") return onCopied();
    if (outcome.kind === "CONFLICT") return setProblem(CHANGED);
    setProblem(
      outcome.kind === "INVALID" ? (outcome.problems[0]?.message ?? outcome.message) : explain(outcome),
    );
  };

  useEffect(() => {
    if (wanted === null || isSending) return;
    if (isTrouble(answer.state)) {
      setWanted(null);
      setProblem(OWN_FIRST);
    } else if (answer.state === "CLEAN" || answer.state === "SAVED") void send(wanted.key);
  }, [wanted, isSending, answer.state]);

  return {
    busy: wanted !== null,
    problem,
    copy: () => {
      setProblem(null);
      answer.flush();
      setWanted({ key: newKey() });
    },
  };
};
