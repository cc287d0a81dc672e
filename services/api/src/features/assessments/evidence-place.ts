import type { EvidenceRow } from "@due-regard/database/assessments/load-content";

/** Where evidence for the assessment as a whole is cited. */
export const WHOLE_ASSESSMENT = "assessment";

/** "question", "question.part" or "assessment", as findings and problems name places. */
export const placeOfRow = ({ question, part }: Pick<EvidenceRow, "question" | "part">): string =>
  part === null ? (question ?? WHOLE_ASSESSMENT) : `${question}.${part}`;

/** The columns that a place is kept in. Both null: for the assessment as a whole. */
export const splitPlace = (place: string): Pick<EvidenceRow, "question" | "part"> => {
  if (place === WHOLE_ASSESSMENT) return { question: null, part: null };
  const [question = "", ...part] = place.split(".");
  return { question, part: part.length === 0 ? null : part.join(".") };
};
