import type { ReactNode } from "react";
import { ConflictChoice } from "../../../ui/conflict-choice.tsx";
import { CheckedPlace } from "../checking/checked-place.tsx";
import { OriginNotes } from "../learning/origin-note.tsx";
import { LivePlace } from "../live/live-place.tsx";
import { KEPT_IN_HISTORY } from "../saving/kept-in-history.ts";
import type { AnswerHandle } from "./use-answer.ts";

interface AnswerFrameProps {
  answer: AnswerHandle;
  options?: readonly { value: string; label: string }[] | undefined;
  children: ReactNode;
}

/** Stands around every field: doubts about where its text comes from, where it was copied from, and the choice when two people wrote at once. */
export const AnswerFrame = ({ answer, options = [], children }: AnswerFrameProps) => (
  <LivePlace place={answer.place}>
    <CheckedPlace place={answer.place} saving={answer.state}>
      {children}
      {answer.doubts.map((doubt) => (
        <p className="app-doubt" key={doubt}>
          <span className="app-doubt__label">Doubt about the source:</span> {doubt}
        </p>
      ))}
      <OriginNotes origins={answer.origins} />
      {answer.theirs ? (
        <ConflictChoice
          mine={answer.value}
          theirs={answer.theirs.value}
          base={answer.base}
          pieces={answer.kind.pieces(options)}
          note={KEPT_IN_HISTORY}
          onChoose={answer.settle}
        />
      ) : null}
    </CheckedPlace>
  </LivePlace>
);
