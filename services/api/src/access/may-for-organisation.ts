import type { Executor } from "@due-regard/database/connection";
import { departments, organisations } from "@due-regard/database/schema/organisations";
import { type GeneralAct, may, mayForOrganisation } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { eq } from "drizzle-orm";

/** May this person do it somewhere; or, of an organisation that is named by its ONS code, there? An unknown one: no. */
export const mayForNamedOrganisation = async (
  db: Executor,
  viewer: Viewer,
  act: GeneralAct,
  code: string | null | undefined,
): Promise<boolean> => {
  if (code == null || !may(viewer, act)) return may(viewer, act);
  const rows = await db
    .select({ departmentId: departments.id })
    .from(organisations)
    .leftJoin(departments, eq(departments.organisationId, organisations.id))
    .where(eq(organisations.code, code));
  const departmentIds = rows.flatMap(({ departmentId }) => departmentId ?? []);
  return rows.length > 0 && mayForOrganisation(viewer, act, departmentIds);
};
