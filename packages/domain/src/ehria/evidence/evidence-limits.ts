/** What may be said of evidence, and how much of it there may be. The page says so before, and messages say the figure. */
export const EVIDENCE_LIMITS = {
  noteCharacters: 1_000,
  noteWords: "1,000",
  /** Citations of one assessment. */
  citations: 200,
} as const;
