import type { Problem } from "../../result.ts";
import type { KnownPeople } from "./detect/detector.ts";
import { HIT_KIND_WORDS, type HitKind } from "./hit.ts";
import { scanText } from "./scan.ts";

/** Longest notice, in UTF-16 units. */
export const MAX_NOTICE_LENGTH = 1_000;

/** What may look like somebody and be nobody: a person may say that they looked. The others are never published. */
const MAY_BE_CONFIRMED: readonly HitKind[] = ["NAME", "SMALL_GROUP", "POSTCODE"];

/**
 * What keeps words for the public from being published: they are scanned as the assessment's own are.
 * @param isChecked the person was shown what was found and says that it identifies nobody
 */
export const checkPublicNotice = (text: string, known: KnownPeople, isChecked: boolean): Problem[] => {
  if (text.length > MAX_NOTICE_LENGTH) {
    const limit = MAX_NOTICE_LENGTH.toLocaleString("en-GB");
    return [{ path: "publicNotice", message: `Use ${limit} characters or fewer` }];
  }
  return scanText(text, known).flatMap(({ start, end, kinds }) => {
    const certain = kinds.find((kind) => !MAY_BE_CONFIRMED.includes(kind));
    if (certain === undefined && isChecked) return [];
    const what = `“${text.slice(start, end)}” may be ${HIT_KIND_WORDS[certain ?? kinds[0] ?? "NAME"]}`;
    const message =
      certain === undefined
        ? `${what}. Take it out, or confirm that it identifies nobody`
        : `${what}. Take it out: the public may not read it`;
    return [{ path: "publicNotice", message }];
  });
};
