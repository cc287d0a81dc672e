import { useLocation } from "react-router";
import { signInAddress } from "../../../data/viewer.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { formatTime } from "../../../ui/format/dates.ts";
import { countAnswers } from "../saving/amounts.ts";
import { useShowsLine } from "../saving/line-shown.ts";
import { isTrouble, type SaveState, type SaveSummary, summarise } from "../saving/save-state.ts";
import { UNSAVED_ADDRESS } from "../saving/unsaved-address.ts";
import { useOutbox, useOutboxState } from "../saving/use-outbox.ts";
import { useDraft } from "./draft-context.ts";

/** How saving goes for all of this draft, wherever in it the person wrote. */
export const useSaveSummary = (): SaveSummary => {
  const { content, person } = useDraft();
  return summarise(useOutboxState(useOutbox(person)), content.reference);
};

const WAITS = "What you wrote is kept in this browser";

const LINES: Record<SaveState, (summary: SaveSummary) => string> = {
  CLEAN: () => "Your answers are saved as you write them",
  HELD: () => "Your answers are saved as you write them",
  WAITING: () => "Saving…",
  SAVING: () => "Saving…",
  SAVED: ({ savedAt }) => (savedAt ? `Saved at ${formatTime(savedAt)}` : "Saved"),
  OFFLINE: ({ unsaved }) =>
    `Not saved yet: ${countAnswers(unsaved)}. ${WAITS}, and we keep trying to send it`,
  SIGNED_OUT: ({ unsaved }) =>
    `Not saved yet: ${countAnswers(unsaved)}. You have been signed out. ${WAITS}, and is sent once you sign in again`,
  BROKEN: ({ unsaved }) =>
    `Not saved yet: ${countAnswers(unsaved)}. Something went wrong here. ${WAITS}, and we keep trying`,
  CONFLICT: ({ unsaved }) =>
    `Not saved yet: ${countAnswers(unsaved)}. Somebody else changed an answer: choose which text should stand`,
  REFUSED: ({ unsaved }) => `Not saved: ${countAnswers(unsaved)}. See what is said beside the answer`,
  CLOSED: ({ unsaved }) =>
    `Not saved: ${countAnswers(unsaved)}. This assessment takes no more changes. ${WAITS}: copy it from there`,
};

/** Without a copy in the browser the page is all there is. */
const UNKEPT = "This browser can’t keep a copy of what you wrote: stay on this page until it is saved.";

const wordsOf = (summary: SaveSummary): string => {
  const line = LINES[summary.state](summary);
  return summary.isUnkept ? `${line.replaceAll(WAITS, "It is on this page alone")}. ${UNKEPT}` : line;
};

/** The one line of the page that says how saving goes. Only its news is read out, not each "Saving…". */
export const SaveLine = () => {
  const summary = useSaveSummary();
  const { pathname } = useLocation();
  useShowsLine();
  const words = wordsOf(summary);
  const isBad = isTrouble(summary.state) || summary.isUnkept;
  const news = summary.state === "SAVED" || isBad ? words : "";
  return (
    <div className={classNames("app-save-line", isBad && "app-save-line--trouble")}>
      <span aria-hidden="true">{words}</span>
      <span className="govuk-visually-hidden" role="status">
        {news}
      </span>
      {summary.state === "SIGNED_OUT" ? (
        <>
          {" "}
          <a className="govuk-link" href={signInAddress(pathname)}>
            Sign in again
          </a>
        </>
      ) : null}
      {isBad ? (
        <>
          {" "}
          <AppLink to={UNSAVED_ADDRESS}>See what is not saved</AppLink>
        </>
      ) : null}
    </div>
  );
};
