import type { Problem } from "../../result.ts";
import { isWritten } from "../content.ts";
import type { KnownPeople } from "./detect/detector.ts";
import { HIT_KIND_WORDS, type Hit, type Passage, type RedactionChoice } from "./hit.ts";
import { scanText } from "./scan.ts";

/** What somebody decided about one passage of one sealed revision. */
export interface RedactionDecision extends Passage {
  /** Of the hit (hit.ts), and with it of the revision. */
  hitId: string;
  choice: RedactionChoice;
  /** Why it may be published. Null: it isn't kept. */
  reason: string | null;
  /** The job title that takes its place. Null: nothing does. */
  replacement: string | null;
}

/** Longest reason and replacement, in UTF-16 units. */
export const MAX_KEEP_REASON = 500;
export const MAX_REPLACEMENT = 100;

const tooLong = (path: string, text: string, limit: number): Problem[] =>
  text.length > limit ? [{ path, message: `Use ${limit} characters or fewer` }] : [];

const keepProblems = (reason: string | null): Problem[] =>
  isWritten(reason)
    ? tooLong("reason", reason, MAX_KEEP_REASON)
    : [{ path: "reason", message: "Say why this may be published" }];

const replaceProblems = (replacement: string | null, known: KnownPeople): Problem[] => {
  if (!isWritten(replacement)) return [{ path: "replacement", message: "Write the job title" }];
  if (/[\r\n[\]]/.test(replacement))
    return [{ path: "replacement", message: "Write the job title on one line, without brackets" }];
  const found = identifying(replacement, known);
  if (found === null) return tooLong("replacement", replacement, MAX_REPLACEMENT);
  return [{ path: "replacement", message: `Write a job title: “${found.text}” may be ${found.what}` }];
};

/** The first thing in a text that may identify somebody. Null: nothing was found. */
export const identifying = (text: string, known: KnownPeople): { text: string; what: string } | null => {
  const [first] = scanText(text, known);
  if (first === undefined) return null;
  const [kind = "NAME"] = first.kinds;
  return { text: text.slice(first.start, first.end), what: HIT_KIND_WORDS[kind] };
};

/** Why a decision can't be taken as it stands; `path` is the field of the decision. What goes in a name's place is scanned itself. */
export const checkDecision = (
  { choice, reason, replacement }: Pick<RedactionDecision, "choice" | "reason" | "replacement">,
  known: KnownPeople,
): Problem[] => {
  switch (choice) {
    case "REDACT":
      return [];
    case "KEEP":
      return keepProblems(reason);
    case "REPLACE":
      return replaceProblems(replacement, known);
  }
};

/** Hits that nobody has decided about. While there is one, nothing can be prepared. */
export const undecided = (hits: readonly Hit[], decisions: readonly RedactionDecision[]): Hit[] => {
  const decided = new Set(decisions.map((each) => each.hitId));
  return hits.filter(({ id }) => !decided.has(id));
};

/** Hits with the passages that people added, or decided about when a search still found them, in the order of the copy. */
export const withAdded = (
  hits: readonly Hit[],
  decisions: readonly RedactionDecision[],
  places: readonly string[],
): Hit[] => {
  const found = new Set(hits.map(({ id }) => id));
  const added = decisions
    .filter(({ hitId }) => !found.has(hitId))
    .map(
      ({ hitId, place, start, end, text }): Hit => ({
        id: hitId,
        place,
        start,
        end,
        text,
        kinds: ["ADDED"],
      }),
    );
  const order = new Map(places.map((place, index) => [place, index]));
  const at = ({ place }: Hit): number => order.get(place) ?? places.length;
  return [...hits, ...added].sort((one, other) => at(one) - at(other) || one.start - other.start);
};
