/** Characters that may be written about a figure: reasons and commentary are short (domain.md §1). */
export const JUDGEMENT_LIMITS = { reason: 1_000, commentary: 2_000 } as const;
