import { formatOf } from "./formats.ts";
import type { FileFacts } from "./load-entry.ts";

/** What an address below /register asks for. */
export interface RegisterAddress {
  /** Upper case, as references are. */
  reference: string;
  /** Null: the one that stands. */
  edition: number | null;
  /** Null: its page. */
  format: FileFacts["format"] | null;
}

const REFERENCE = "[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*";
const CURRENT = new RegExp(`^(${REFERENCE})(?:\\.([a-z]+))?$`);
const EDITION = /^([1-9]\d{0,5})(?:\.([a-z]+))?$/;
const LONGEST = 60;

/** Reads "EHRIA-2026-0007", "EHRIA-2026-0007.pdf", and with an edition "2" or "2.pdf". Null: it can be no address of the register. */
export const readAddress = (name: string, edition: string | null = null): RegisterAddress | null => {
  const [, reference, ending] = (name.length <= LONGEST && CURRENT.exec(name)) || [];
  if (reference === undefined || (edition !== null && ending !== undefined)) return null;
  const [, number, editionEnding] = edition === null ? [] : (EDITION.exec(edition) ?? []);
  if (edition !== null && number === undefined) return null;
  const asked = ending ?? editionEnding;
  const format = asked === undefined ? null : formatOf(asked);
  if (asked !== undefined && format === null) return null;
  return {
    reference: reference.toUpperCase(),
    edition: number === undefined ? null : Number(number),
    format,
  };
};
