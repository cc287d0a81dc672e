import type { Choice, SaveAddress } from "./kinds/kind.ts";
import { kindNamed, type SaveKindName } from "./kinds/registry.ts";

/** One place of a draft that is saved on its own, as the outbox and the person know it. */
export interface Subject {
  kind: SaveKindName;
  address: SaveAddress;
  /** The words by which the person knows it, and the address of the page on which they write it. */
  label: string;
  page: string;
  /** Options of its question. */
  choices: readonly Choice[];
}

/** Whether two are about one and the same place of one assessment. */
export const isSameSubject = (one: Subject, other: Subject): boolean => {
  if (one.kind !== other.kind || one.address.reference !== other.address.reference) return false;
  const { keyOf } = kindNamed(one.kind);
  return keyOf(one.address) === keyOf(other.address);
};
