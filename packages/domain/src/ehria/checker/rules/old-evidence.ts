import { periodOf } from "../../../metrics/period.ts";
import { formPlace } from "../../form/completeness.ts";
import type { CheckRule } from "../finding.ts";
import { finding } from "../places.ts";

const YEARS = 3;

/** The same day of the year, `years` earlier, as ISO text that sorts as dates do. */
const yearsBefore = (date: string, years: number): string =>
  `${Number(date.slice(0, 4)) - years}${date.slice(4)}`;

/** Evidence that speaks for a time more than three years ago. */
export const oldEvidence: CheckRule = ({ counting, reading, today }) =>
  counting.evidence.flatMap(({ question, part, title, asOf }) => {
    if (asOf === null || asOf >= yearsBefore(today, YEARS)) return [];
    const section = reading.template.questions.find((each) => each.key === question)?.section ?? null;
    return [
      finding({
        rule: "old-evidence",
        weight: "WARNS",
        place: formPlace({ section, question, part, field: "evidence" }),
        message: `"${title}" tells of the time up to ${periodOf(asOf).label}, more than ${YEARS} years ago. People and services may have changed since.`,
        remedy: "Cite newer evidence, or say why this still holds.",
      }),
    ];
  });
