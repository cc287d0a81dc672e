/** What may be told, while it happens, to those who have an assessment open. */
export const CHANGE_KINDS = [
  "OPENED",
  "ANSWER",
  "ROW",
  "EVIDENCE",
  "ACTION",
  "COMMENT",
  "REVIEW",
  "PEOPLE",
  "STATUS",
  "FORM",
  "OTHER",
  "PRESENCE",
  "MISSED",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** By the first word of an entry's action in the record: "answer.saved" is about an ANSWER. */
const KIND_OF_NOUN: Readonly<Record<string, ChangeKind>> = {
  answer: "ANSWER",
  impact: "ROW",
  evidence: "EVIDENCE",
  action: "ACTION",
  comment: "COMMENT",
  point: "COMMENT",
  review: "REVIEW",
  person: "PEOPLE",
  lead: "PEOPLE",
  assessment: "STATUS",
  publication: "STATUS",
};

/** What kind of change an entry of the record is. One that nobody has named here yet is OTHER, and is told all the same. */
export const changeKindOf = (action: string): ChangeKind => {
  if (action === "assessment.form-changed") return "FORM";
  const noun = action.split(".")[0] ?? "";
  return Object.hasOwn(KIND_OF_NOUN, noun) ? (KIND_OF_NOUN[noun] ?? "OTHER") : "OTHER";
};
