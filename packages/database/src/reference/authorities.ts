import { readFile } from "node:fs/promises";
import type { AUTHORITY_KINDS } from "../schema/organisations.ts";

const FILE = new URL("../../reference-data/authorities.json", import.meta.url);

/** A council in England that is, or was, answerable for adult social care. */
export interface Authority {
  /** ONS code, the newest that it has had. */
  code: string;
  /** The council's name as it is used every day. */
  name: string;
  /** The area's name as ONS has it. */
  area: string;
  kind: (typeof AUTHORITY_KINDS)[number];
  /** ONS code of its region. */
  region: string;
  /** First and last day. No first day: from before April 2009, where the list begins. No last day: still there. */
  validFrom?: string;
  validTo?: string;
  /** Who took over, for one that has ended. */
  successors?: string[];
  formerCodes?: string[];
}

export interface AuthorityList {
  source: string;
  licence: string;
  nation: { code: string; name: string };
  regions: { code: string; name: string }[];
  authorities: Authority[];
}

/** The list that the software brings: councils with adult social services responsibilities, dated. */
export const readAuthorities = async (): Promise<AuthorityList> =>
  JSON.parse(await readFile(FILE, "utf8")) as AuthorityList;

/** Those that were there on a day (ISO date). */
export const authoritiesOn = (authorities: readonly Authority[], day: string): Authority[] =>
  authorities.filter(
    ({ validFrom, validTo }) =>
      (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo),
  );
