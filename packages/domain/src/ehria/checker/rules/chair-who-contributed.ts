import { formPlace } from "../../form/completeness.ts";
import type { CheckRule } from "../finding.ts";
import { finding } from "../places.ts";

/**
 * Whoever wrote can't sign off what they wrote. It is said early, while a deputy can still be named; the workflow
 * refuses the signature itself.
 */
export const chairWhoContributed: CheckRule = ({ people, reading }) => {
  const conflicted = people.chairs.filter((chair) => people.everWrote.includes(chair));
  if (conflicted.length === 0) return [];
  const section = reading.template.sections.at(-1)?.key ?? null;
  const isNobodyLeft = conflicted.length === people.chairs.length;
  return [
    finding({
      rule: "chair-who-contributed",
      weight: isNobodyLeft ? "WARNS" : "SUGGESTS",
      place: formPlace({ section }),
      message:
        "A chair who could sign this assessment has helped to write it, now or earlier. Nobody may sign off their own work.",
      remedy: isNobodyLeft
        ? "Ask for a deputy chair who had no part in it."
        : "Let another chair sign it off.",
    }),
  ];
};
