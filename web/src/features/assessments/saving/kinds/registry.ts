import { MAX_TEXT_LENGTH, textFaults } from "@due-regard/domain/ehria/form/kinds/cells";
import { actionKind } from "./action.ts";
import { answerKind, dateKind } from "./answer.ts";
import { characteristicKind } from "./characteristic.ts";
import type { SaveAddress, SaveKind } from "./kind.ts";
import { rightKind } from "./right.ts";

/** Everything that is saved through the outbox. */
export const SAVE_KINDS = {
  ANSWER: answerKind,
  DATE: dateKind,
  CHARACTERISTIC: characteristicKind,
  RIGHT: rightKind,
  ACTION: actionKind,
} as const;
export type SaveKindName = keyof typeof SAVE_KINDS;

export type AddressOf<Name extends SaveKindName> = Parameters<(typeof SAVE_KINDS)[Name]["keyOf"]>[0];
export type ValueOf<Name extends SaveKindName> = Parameters<(typeof SAVE_KINDS)[Name]["same"]>[0];

/** A kind whose address and value nobody here looks into: the outbox hands them on as they are. */
export type AnyKind = SaveKind<SaveAddress, unknown>;

export const kindNamed = (name: SaveKindName): AnyKind => SAVE_KINDS[name] as unknown as AnyKind;

/** Why a value can't be stored whatever the form says: the server's own limits, told before anything is sent. */
export const faultsOf = (name: SaveKindName, value: unknown): string[] => {
  const texts = kindNamed(name)
    .pieces([])
    .filter((piece) => piece.merge)
    .map((piece) => piece.read(value));
  return [...new Set(texts.flatMap((text) => faultsOfText(text)))];
};

const faultsOfText = (text: string): string[] =>
  text.length > MAX_TEXT_LENGTH
    ? [`This is ${amount(text.length - MAX_TEXT_LENGTH)} too long to be saved: ${LIMIT_IN_WORDS}`]
    : textFaults(text);

const amount = (count: number): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? "character" : "characters"}`;

export const LIMIT_IN_WORDS = `up to ${amount(MAX_TEXT_LENGTH)} can be stored`;
