import type { ReactNode } from "react";
import { ConflictChoice, type Piece } from "../../../ui/conflict-choice.tsx";
import { LivePlace } from "../live/live-place.tsx";
import { choiceWords } from "../words.ts";
import type { AnswerHandle, AnswerValue } from "./use-answer.ts";

const pieces = (options: readonly { value: string; label: string }[]): Piece<AnswerValue>[] => [
  { key: "choice", label: "Choice", read: (value) => choiceWords(value.choice, options) ?? "" },
  {
    key: "text",
    label: "Text",
    read: (value) => value.text ?? "",
    merge: (value, text) => ({ ...value, text }),
  },
];

interface AnswerFrameProps {
  answer: AnswerHandle;
  options?: readonly { value: string; label: string }[] | undefined;
  children: ReactNode;
}

/** Stands around every field: doubts about where its text comes from, and the choice when two people wrote at once. */
export const AnswerFrame = ({ answer, options = [], children }: AnswerFrameProps) => (
  <LivePlace place={answer.place}>
    {children}
    {answer.doubts.map((doubt) => (
      <p className="app-doubt" key={doubt}>
        <span className="app-doubt__label">Doubt about the source:</span> {doubt}
      </p>
    ))}
    {answer.theirs ? (
      <ConflictChoice
        mine={answer.value}
        theirs={answer.theirs.value}
        pieces={pieces(options)}
        onChoose={answer.settle}
      />
    ) : null}
  </LivePlace>
);
