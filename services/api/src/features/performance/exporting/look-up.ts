import type { Executor } from "@due-regard/database/connection";
import { organisations } from "@due-regard/database/schema/organisations";
import { sources } from "@due-regard/database/schema/sources";
import { notFound, ok, type Result } from "@due-regard/domain/result";
import { eq } from "drizzle-orm";
import { loadByIds } from "../../../schema/load-by-ids.ts";
import type { OrganisationRow, SourceRow } from "../../organisations/organisation.graphql.ts";

export const findOrganisation = async (db: Executor, code: string): Promise<Result<OrganisationRow>> => {
  const [organisation] = await db.select().from(organisations).where(eq(organisations.code, code));
  return organisation ? ok(organisation) : notFound(`No organisation has the ONS code “${code}”.`);
};

/** Papers by their id; ids that are null are left out. */
export const loadSources = async (
  db: Executor,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, SourceRow>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const found = await loadByIds(db, sources, wanted);
  return new Map(found.map((source) => [source.id, source]));
};
