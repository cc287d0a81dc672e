import { useState } from "react";
import { Radios } from "../../../ui/radios.tsx";
import { checkReason } from "../deciding/reason-form.tsx";
import { CONFIRM_FIELD, SignForm } from "../deciding/sign-form.tsx";
import type { SigningState } from "../deciding/use-signing.ts";
import type { useTransition } from "../deciding/use-transition.ts";
import type { Signing } from "../types.ts";
import { type Asked, AskForm, pointsToSend } from "./ask-form.tsx";

const UNCONFIRMED = {
  field: CONFIRM_FIELD,
  message: "Tick the box to confirm that you have read what you sign",
};

type Decision = "SIGN_OFF" | "REQUEST_CHANGES";

const DECISIONS: Record<Decision, string> = {
  SIGN_OFF: "Sign it off",
  REQUEST_CHANGES: "Ask for changes",
};

export const decisionsOffered = ({ availableActions }: Pick<Signing, "availableActions">): Decision[] =>
  (["SIGN_OFF", "REQUEST_CHANGES"] as const).filter((action) => availableActions.includes(action));

/** Whoever comes back from signing in had chosen to sign. */
const firstDecision = (choices: readonly Decision[], { isBack }: SigningState): Decision | null => {
  if (choices.length === 1) return choices[0] ?? null;
  return isBack && choices.includes("SIGN_OFF") ? "SIGN_OFF" : null;
};

/** What stands against asking: each at its field. */
const problemsOf = ({ reason, points }: Asked) => {
  const problem = checkReason(reason, "Enter what should be changed and why");
  const empty = points.flatMap(({ text }, index) =>
    text.trim() === ""
      ? [
          {
            field: `points.${index}.text`,
            message: `Point ${index + 1}: write what must be changed, or take it out`,
          },
        ]
      : [],
  );
  return problem ? [problem, ...empty] : empty;
};

interface DecideProps {
  assessment: Signing;
  person: string;
  signing: SigningState;
  transition: ReturnType<typeof useTransition>;
}

/** The chair's decision: the signature, or what must change first. */
export const Decide = ({ assessment, person, signing, transition }: DecideProps) => {
  const choices = decisionsOffered(assessment);
  const [decision, setDecision] = useState(() => firstDecision(choices, signing));
  const { take, busy, errors, setErrors, remedy } = transition;
  const { contentHash: displayedHash, signingStatement: statement } = assessment;
  const sign = () => {
    if (!signing.confirmed) return setErrors([UNCONFIRMED]);
    setErrors([]);
    void take({ action: "SIGN_OFF", displayedHash, statement });
  };
  const ask = (asked: Asked, sent: () => void) => {
    const problems = problemsOf(asked);
    setErrors(problems);
    if (problems.length > 0) return;
    const points = pointsToSend(asked);
    void take({ action: "REQUEST_CHANGES", displayedHash, reason: asked.reason, points }, sent);
  };
  return (
    <>
      <h2 className="govuk-heading-m">Your decision</h2>
      {choices.length > 1 ? (
        <Radios
          id="decision"
          legend="What do you want to do?"
          legendSize="s"
          options={choices.map((choice) => ({ value: choice, label: DECISIONS[choice] }))}
          value={decision}
          onChange={(value) => {
            setErrors([]);
            setDecision(value as Decision);
          }}
        />
      ) : null}
      {decision === "SIGN_OFF" ? (
        <SignForm
          assessment={assessment}
          signing={signing}
          button="Sign off"
          busy={busy}
          stale={remedy === "SIGN_IN_AGAIN"}
          error={errors.find(({ field }) => field === CONFIRM_FIELD)?.message}
          onSign={sign}
        />
      ) : null}
      {decision === "REQUEST_CHANGES" ? (
        <AskForm assessment={assessment} person={person} busy={busy} errors={errors} onSubmit={ask} />
      ) : null}
    </>
  );
};
