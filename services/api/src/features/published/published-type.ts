import type { PublicRegister } from "@due-regard/database/public-register";
import type { ApiContext } from "../../context.ts";
import { type CurrentEdition, loadCurrent } from "../../register/load-entry.ts";
import { builder } from "../../schema/builder.ts";
import { connectionOf } from "../../schema/connection.ts";

/** An entry of the register with the edition that stands. */
export type PublishedRow = CurrentEdition;

/** What the public's connection reads. Throws where a process has none: such a process serves nobody. */
export const registerOf = ({ register }: ApiContext): PublicRegister => {
  if (register === undefined) throw new Error("This process has no connection to the public register");
  return register;
};

/** By its reference, which is its key. What fields it has stands in published.graphql.ts. */
export const PublishedAssessmentType = builder.loadableNodeRef("PublishedAssessment", {
  id: { resolve: ({ entry }: PublishedRow) => entry.reference },
  load: async (references: string[], context: ApiContext) => {
    const rows = await loadCurrent(registerOf(context), references);
    const byReference = new Map(rows.map((row) => [row.entry.reference, row]));
    // The loader's types know no null; Pothos takes one as "no such object".
    return references.map((reference) => byReference.get(reference) ?? null) as PublishedRow[];
  },
});

export const PublishedAssessmentPage = connectionOf(PublishedAssessmentType);
