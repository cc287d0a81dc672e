/** One question put to all three servers, and how to read the same values out of each answer. */
export interface Scenario {
  name: string;
  title: string;
  /** What our API is asked, as a program or the page asks it. */
  ours: { query: string; variables: Record<string, unknown> };
  /** The whole answer as JSON text, in one statement. */
  bare: { text: string; parameters: (string | string[])[] };
  postgraphile: { query: string; variables: Record<string, unknown> };
  /** The values that must be the same, from each answer. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as loosely as JSON comes
  read: Record<Contender, (answer: any) => unknown>;
}

export const CONTENDERS = ["ours", "bare", "postgraphile"] as const;
export type Contender = (typeof CONTENDERS)[number];

/** What the scenarios ask about. */
export interface Subject {
  organisation: string;
  /** Row id of the organisation: PostGraphile asks by it. */
  organisationId: string;
  /** The newest month, and all of them. */
  period: string;
  periods: string[];
  metric: string;
}
