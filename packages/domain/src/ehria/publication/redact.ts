import type { RedactionDecision } from "./decision.ts";
import { changeTexts } from "./passages.ts";
import type { PublicCopy } from "./public-copy.ts";
import type { PublicDraft } from "./public-draft.ts";

/** What stands where a passage was taken out. */
export const REDACTED = "[redacted]";

export type Redaction = PublicCopy["redactions"][number];

interface Cut {
  start: number;
  end: number;
  kind: Redaction["kind"];
  words: string;
}

const cutOf = ({ start, end, choice, replacement }: RedactionDecision): Cut =>
  choice === "REPLACE" && replacement !== null
    ? { start, end, kind: "REPLACED", words: `[${replacement.trim()}]` }
    : { start, end, kind: "REDACTED", words: REDACTED };

/** Cuts that overlap are one, and then the words of neither stay: the stricter holds. */
const joinCuts = (cuts: readonly Cut[]): Cut[] => {
  const joined: Cut[] = [];
  for (const next of [...cuts].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = joined.at(-1);
    if (last === undefined || next.start >= last.end) joined.push(next);
    else if (next.end > last.end || next.kind === "REDACTED")
      joined[joined.length - 1] = {
        start: last.start,
        end: Math.max(last.end, next.end),
        kind: "REDACTED",
        words: REDACTED,
      };
  }
  return joined;
};

const applyCuts = (text: string, cuts: readonly Cut[]): string => {
  let kept = "";
  let from = 0;
  for (const { start, end, words } of cuts) {
    kept += text.slice(from, start) + words;
    from = end;
  }
  return kept + text.slice(from);
};

export interface Redacted {
  draft: PublicDraft;
  /** In the order of the copy; where, and never what. */
  redactions: Redaction[];
}

/**
 * The draft without what people decided to take out. What is kept stays word for word; the whole text stays in the sealed revision.
 * Throws where a decision's words are not those of the draft: then it is about something else.
 */
export const redact = (draft: PublicDraft, decisions: readonly RedactionDecision[]): Redacted => {
  const redactions: Redaction[] = [];
  const changed = changeTexts(draft, (place, text) => {
    const here = decisions.filter((each) => each.place === place);
    const stale = here.find((each) => text.slice(each.start, each.end) !== each.text);
    if (stale !== undefined) throw new Error(`What was decided about ${place} is about other words`);
    const cuts = joinCuts(here.filter(({ choice }) => choice !== "KEEP").map(cutOf));
    redactions.push(...cuts.map(({ kind }) => ({ place, kind })));
    return applyCuts(text, cuts);
  });
  return { draft: changed, redactions };
};
