import { assessmentsNamed } from "@due-regard/database/search/match-assessments";
import { withSpelling } from "@due-regard/database/search/match-words";
import { addSearchSource } from "../../schema/search-sources.ts";
import { loadHeads } from "./load-head.ts";

const MOST_ASSESSMENTS = 500;

/** Through the one loader: what a reader may not see is neither found nor counted. */
addSearchSource("ASSESSMENT", async ({ db, viewer }, sought) =>
  withSpelling(db, sought.words, async (tx) => {
    const heads = await loadHeads(tx, viewer, { ...assessmentsNamed(sought), limit: MOST_ASSESSMENTS });
    return heads.map(({ id }) => id);
  }),
);
