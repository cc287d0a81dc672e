import type { RightImpact } from "../content.ts";
import { type RightRow, rightKey } from "../reference-types.ts";

type Row = Pick<RightImpact, "part" | "article" | "stage" | "affected">;

/** "Article 2 of the First Protocol (Right to education)": an article's number alone names two rights. */
export const rightName = ({ part, article, title }: Pick<RightRow, "part" | "article" | "title">): string =>
  `Article ${article}${part === "FIRST_PROTOCOL" ? " of the First Protocol" : ""} (${title})`;

/**
 * The rights that an assessment says are engaged, in the order of the law: by its full report where that answers, else by its screening.
 *
 * @param law the rights in force
 */
export const engagedRights = (rows: readonly Row[], law: readonly RightRow[]): string[] =>
  law
    .filter((right) => {
      const own = rows.filter((row) => rightKey(row) === rightKey(right) && row.affected !== null);
      const last = own.find(({ stage }) => stage === "REPORT") ?? own[0];
      return last?.affected === true;
    })
    .map(rightName);
