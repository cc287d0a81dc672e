import { LIKELY_IMPACT_WORDS } from "@due-regard/domain/ehria/impact-words";
import { formatDate } from "../../ui/format/dates.ts";
import type { TagColour } from "../../ui/tag.tsx";
import type { AssessmentAction, Finding, Overview, Receipt, RightImpact } from "./types.ts";

type SectionStatus = Overview["sections"][number]["status"];

/** GOV.UK task list statuses: what is done or can't be done stands as plain text, what is open as a tag. */
export const SECTION_STATUS: Record<SectionStatus, { words: string; colour: TagColour | null }> = {
  NOT_STARTED: { words: "Not yet started", colour: "blue" },
  IN_PROGRESS: { words: "In progress", colour: "teal" },
  COMPLETE: { words: "Completed", colour: null },
  CANNOT_START_YET: { words: "Cannot start yet", colour: null },
  NOT_REQUIRED: { words: "Not required", colour: null },
};

type LikelyImpact = NonNullable<Overview["screeningDecision"]>["likelyImpact"];

export const likelyImpactWords = (impact: LikelyImpact): string =>
  impact ? LIKELY_IMPACT_WORDS[impact] : "Not asked: the screening was skipped";

/** What each kind of right means for whoever wants to limit it. */
export const RIGHT_KIND_MEANS: Record<RightImpact["kind"], string> = {
  ABSOLUTE: "It can never be limited or justified away.",
  LIMITED: "It may be limited only in the ways that the article itself names.",
  QUALIFIED:
    "It may be interfered with when the law allows it, for a legitimate aim, and no further than is necessary and proportionate.",
  ANCILLARY: "It works only together with another right.",
};

/** The three aims of the equality duty, Equality Act 2010 s149. */
export const EQUALITY_AIM: Record<number, string> = {
  1: "eliminate unlawful discrimination",
  2: "advance equality of opportunity",
  3: "foster good relations",
};

/** `heading` stands above all of one weight, `words` on the tag of a single one. */
export const FINDING_WEIGHT: Record<
  Finding["weight"],
  { words: string; heading: string; colour: TagColour }
> = {
  BLOCKS: {
    words: "Must be put right",
    heading: "Must be put right before it can be signed",
    colour: "red",
  },
  WARNS: { words: "Look at this", heading: "Look at these", colour: "orange" },
  SUGGESTS: { words: "Suggestion", heading: "Suggestions", colour: "grey" },
};

export const SIGNATORY: Record<Receipt["signatures"][number]["role"], string> = {
  LEAD_OFFICER: "Lead officer",
  DEG_CHAIR: "Chair of the Departmental Equalities Group",
};

export const ACTION: Record<AssessmentAction, string> = {
  EDIT: "Edit",
  COMMENT: "Comment",
  RECOMMEND: "Recommend",
  HAND_OVER_REVIEW: "Hand the review over",
  PREPARE_PUBLICATION: "Prepare it for the public",
  SUBMIT: "Sign and submit",
  REQUEST_CHANGES: "Ask for changes",
  SIGN_OFF: "Sign off",
  PUBLISH: "Publish",
  REOPEN: "Reopen",
  SUPERSEDE: "Say what takes its place",
  WITHDRAW: "Withdraw",
};

/** How a date that is not known yet is stored. */
export const TO_BE_CONFIRMED = "TBC";

/** A stored date in words. */
export const dateWords = (text: string | null): string | null => {
  if (!text) return null;
  return text === TO_BE_CONFIRMED ? "To be confirmed" : formatDate(text);
};

const CHOICES: Record<string, string> = { YES: "Yes", NO: "No", UNKNOWN: "Not known" };

/** A stored choice in words: the option's own label, or the common word for it. */
export const choiceWords = (
  choice: string | null,
  options: readonly { value: string; label: string }[],
): string | null =>
  choice === null
    ? null
    : (options.find((option) => option.value === choice)?.label ?? CHOICES[choice] ?? choice);
