import type { RightImpact } from "../types.ts";

/** "GENDER_REASSIGNMENT" ↔ "gender-reassignment" */
export const toSlug = (name: string): string => name.toLowerCase().replaceAll("_", "-");
export const fromSlug = (slug: string): string => slug.toUpperCase().replaceAll("-", "_");

/** "CONVENTION-8": how a right is named as a part of its question. */
export const rightKey = ({ part, article }: Pick<RightImpact, "part" | "article">): string =>
  `${part}-${article}`;

/** "convention-8", "first-protocol-1" */
export const rightSlug = (right: Pick<RightImpact, "part" | "article">): string => toSlug(rightKey(right));
