import type { Stored } from "@due-regard/domain/ehria/save-rule";
import type { Client } from "urql";
import type { Piece } from "../../../../ui/conflict-choice.tsx";
import type { Content } from "../../types.ts";
import type { Attempt, SaveResult } from "../cell.ts";

/** How a save goes out. */
export interface SaveLink {
  client: Client;
  /** Id of the person who wrote it: the server takes it from nobody else. Empty where a form is tried out. */
  person: string;
  /** True while the page is being left: the request outlives it. */
  leaving: boolean;
}

export interface Choice {
  value: string;
  label: string;
}

export interface SaveAddress {
  reference: string;
}

/** What can be saved on its own: where it lives is its address, what it says its value. registry.ts lists the kinds. */
export interface SaveKind<Address extends SaveAddress, Value> {
  /** Names the address within its assessment. */
  keyOf: (address: Address) => string;
  same: (left: Value, right: Value) => boolean;
  /** What the draft holds there; version 0 where nothing is stored. */
  read: (content: Content, address: Address) => Stored<Value>;
  send: (link: SaveLink, address: Address, attempt: Attempt<Value>) => Promise<SaveResult<Value>>;
  /** Its pieces as a person knows them. `choices` are the options of its question. */
  pieces: (choices: readonly Choice[]) => readonly Piece<Value>[];
}

/** A value in words, to be kept in the history or copied by hand. */
export const inWords = <Value>(pieces: readonly Piece<Value>[], value: Value): string => {
  const written = pieces.filter((piece) => piece.read(value) !== "");
  const [only] = written;
  if (written.length === 1 && only?.merge) return only.read(value);
  return written.map((piece) => `${piece.label}: ${piece.read(value)}`).join("\n");
};
