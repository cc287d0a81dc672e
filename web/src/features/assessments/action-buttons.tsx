import { ButtonGroup, ButtonLink, type ButtonLook } from "../../ui/button.tsx";
import type { AssessmentAction, Overview } from "./types.ts";
import { ACTION } from "./words.ts";

interface Door {
  path: string;
  words: string;
  variant: ButtonLook;
}

/** Where each act is done. Editing has no button: the task list is its door. */
const DOORS: Partial<Record<AssessmentAction, Door>> = {
  SUBMIT: { path: "check", words: "Check answers, sign and submit", variant: "primary" },
  RECOMMEND: { path: "review", words: "Review and recommend", variant: "primary" },
  SIGN_OFF: { path: "review", words: "Review and decide", variant: "primary" },
  REQUEST_CHANGES: { path: "review", words: "Review and decide", variant: "primary" },
  HAND_OVER_REVIEW: { path: "hand-over-review", words: "Hand the review over", variant: "secondary" },
  PREPARE_PUBLICATION: { path: "publish", words: "Prepare it for the public", variant: "primary" },
  PUBLISH: { path: "publish", words: "Read and publish", variant: "primary" },
  REOPEN: { path: "reopen", words: "Reopen", variant: "secondary" },
  SUPERSEDE: { path: "supersede", words: "Say what takes its place", variant: "secondary" },
  WITHDRAW: { path: "withdraw", words: "Withdraw", variant: "secondary" },
};

const doorsOf = ({ availableActions, reference }: Overview): (Door & { to: string })[] => {
  const doors = availableActions.flatMap((action) => DOORS[action] ?? []);
  const unique = [...new Map(doors.map((door) => [door.path, door])).values()];
  return unique.map((door) => ({ ...door, to: `/assessments/${reference}/${door.path}` }));
};

/** Only the buttons that this person may press now; what they might expect besides is explained. */
export const ActionButtons = ({ assessment }: { assessment: Overview }) => {
  const doors = doorsOf(assessment);
  return (
    <>
      {doors.length > 0 ? (
        <ButtonGroup>
          {doors.map(({ to, words, variant }) => (
            <ButtonLink key={to} to={to} variant={variant}>
              {words}
            </ButtonLink>
          ))}
        </ButtonGroup>
      ) : null}
      {assessment.unavailableActions.length > 0 ? (
        <section aria-labelledby="not-yet">
          <h2 className="govuk-heading-s" id="not-yet">
            What you can&rsquo;t do yet
          </h2>
          <ul className="govuk-list govuk-list--bullet">
            {assessment.unavailableActions.map(({ action, because }) => (
              <li key={action}>
                <strong>{ACTION[action]}:</strong> {because}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
};
