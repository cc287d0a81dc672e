import { assessmentsNamed, matchDepartments } from "@due-regard/database/search/match-assessments";
import { withSpelling } from "@due-regard/database/search/match-words";
import { addSearchSource } from "../../schema/search-sources.ts";
import { countHeads, loadHeads } from "./load-head.ts";

/** Through the one loader: what a reader may not see is neither found nor counted. */
addSearchSource("ASSESSMENT", ({ db, viewer }, sought) => {
  const asked = matchDepartments(db, sought.words, sought.organisations).then((departments) =>
    assessmentsNamed({ ...sought, departments }),
  );
  return {
    ids: async (limit, offset) => {
      const { where, orderBy } = await asked;
      return await withSpelling(db, sought.words, async (tx) => {
        const heads = await loadHeads(tx, viewer, { where, orderBy, limit, offset });
        return heads.map(({ id }) => id);
      });
    },
    count: async () => {
      const { where } = await asked;
      return await withSpelling(db, sought.words, async (tx) => await countHeads(tx, viewer, where));
    },
  };
});
