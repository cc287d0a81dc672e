import { sql } from "drizzle-orm";
import type { Executor } from "../connection.ts";
import { organisationSuccessors, organisations } from "../schema/organisations.ts";
import { type AuthorityList, readAuthorities } from "./authorities.ts";

/**
 * Makes the authorities of the list known, at every start. A row is found by its code, or by one that ONS gave it before, so
 * nothing stands twice; what the list says of it is brought up to date, and its name stays as the council has it.
 */
export const storeAuthorities = async (db: Executor): Promise<void> => {
  const list = await readAuthorities();
  await renewCodes(db, list);
  await insertRows(db, list);
  await linkRegions(db, list);
  const successors = list.authorities.flatMap(({ code, successors: codes = [] }) =>
    codes.map((successor) => ({ organisationId: idOf(code), successorId: idOf(successor) })),
  );
  await db.insert(organisationSuccessors).values(successors).onConflictDoNothing();
};

const idOf = (code: string) => sql`(select id from organisations where code = ${code})`;

const renewCodes = async (db: Executor, { authorities }: AuthorityList): Promise<void> => {
  const renewed = authorities.flatMap(({ code, formerCodes = [] }) =>
    formerCodes.map((former) => ({ code, former })),
  );
  await db.execute(sql`
    update organisations o set code = r.code
    from jsonb_to_recordset(${JSON.stringify(renewed)}::jsonb) as r(code text, former text)
    where o.code = r.former and not exists (select from organisations x where x.code = r.code)`);
};

const insertRows = async (db: Executor, list: AuthorityList): Promise<void> => {
  const rows = [
    { ...list.nation, kind: "NATION" as const },
    ...list.regions.map((region) => ({ ...region, kind: "REGION" as const })),
    ...list.authorities.map(({ code, name, kind, validFrom, validTo, formerCodes }) => ({
      code,
      name,
      kind,
      validFrom: validFrom ?? null,
      validTo: validTo ?? null,
      formerCodes: formerCodes ?? [],
    })),
  ];
  const { kind, validFrom, validTo, formerCodes } = organisations;
  await db
    .insert(organisations)
    .values(rows)
    .onConflictDoUpdate({
      target: organisations.code,
      set: {
        kind: sql`excluded.kind`,
        validFrom: sql`excluded.valid_from`,
        validTo: sql`excluded.valid_to`,
        formerCodes: sql`excluded.former_codes`,
      },
      // A start that finds everything as it should be writes nothing.
      setWhere: sql`(${kind}, ${validFrom}, ${validTo}, ${formerCodes}) is distinct from
        (excluded.kind, excluded.valid_from, excluded.valid_to, excluded.former_codes)`,
    });
};

const linkRegions = async (db: Executor, { authorities }: AuthorityList): Promise<void> => {
  const places = authorities.map(({ code, region }) => ({ code, region }));
  await db.execute(sql`
    update organisations o set region_id = r.id
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p(code text, region text)
    join organisations r on r.code = p.region
    where o.code = p.code and o.region_id is distinct from r.id`);
};
