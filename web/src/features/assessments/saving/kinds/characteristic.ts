import { DIRECTION_WORDS } from "@due-regard/domain/ehria/impact-words";
import { outcomeOf } from "../../../../data/outcome.ts";
import { SaveCharacteristicsMutation } from "../../mutations.ts";
import type { CharacteristicImpact } from "../../types.ts";
import type { SaveKind } from "./kind.ts";
import { requestOptions, resultOf } from "./run-save.ts";

type Row = Pick<CharacteristicImpact, "characteristic" | "stage">;

export interface CharacteristicAddress extends Row {
  reference: string;
}

export type CharacteristicValue = Pick<
  CharacteristicImpact,
  "affected" | "direction" | "comments" | "barriers"
>;

const isAt = (row: Row) => (each: Row) =>
  each.characteristic === row.characteristic && each.stage === row.stage;

export const characteristicValue = (impact: CharacteristicValue): CharacteristicValue => ({
  affected: impact.affected,
  direction: impact.direction,
  comments: impact.comments,
  barriers: impact.barriers,
});

const NOTHING: CharacteristicValue = { affected: null, direction: null, comments: null, barriers: null };

/** The row of one protected characteristic at one stage. */
export const characteristicKind: SaveKind<CharacteristicAddress, CharacteristicValue> = {
  keyOf: ({ stage, characteristic }) => `${stage}.${characteristic}`,
  same: (left, right) =>
    left.affected === right.affected &&
    left.direction === right.direction &&
    (left.comments ?? "") === (right.comments ?? "") &&
    (left.barriers ?? "") === (right.barriers ?? ""),
  read: ({ characteristicImpacts }, address) => {
    const impact = characteristicImpacts.find(isAt(address));
    return { value: impact ? characteristicValue(impact) : NOTHING, version: impact?.version ?? 0 };
  },
  send: async (link, address, attempt) => {
    const { reference, stage, characteristic } = address;
    const { value, basedOnVersion, setAside, key } = attempt;
    const comments = value.comments || null;
    const barriers = value.barriers || null;
    const impact = { characteristic, ...value, comments, barriers, basedOnVersion, setAside };
    const { data, error } = await link.client
      .mutation(
        SaveCharacteristicsMutation,
        { input: { reference, stage, impacts: [impact], idempotencyKey: key } },
        requestOptions(link, attempt),
      )
      .toPromise();
    const sent = { kind: characteristicKind, link, address, attempt };
    return resultOf(sent, outcomeOf(data?.saveCharacteristicImpacts, error), ({ impacts, savedAt }) => {
      const saved = impacts.find(isAt(address));
      return saved
        ? { stored: { value: characteristicValue(saved), version: saved.version }, savedAt }
        : null;
    });
  },
  pieces: () => [
    {
      key: "affected",
      label: "Affected",
      read: ({ affected }) => (affected === null ? "" : affected ? "Yes" : "No"),
      take: (value, { affected }) => ({ ...value, affected }),
    },
    {
      key: "direction",
      label: "Which way",
      read: ({ direction }) => (direction ? DIRECTION_WORDS[direction] : ""),
      take: (value, { direction }) => ({ ...value, direction }),
    },
    {
      key: "comments",
      label: "Comments",
      read: ({ comments }) => comments ?? "",
      merge: (value, comments) => ({ ...value, comments }),
    },
    {
      key: "barriers",
      label: "Barriers",
      read: ({ barriers }) => barriers ?? "",
      merge: (value, barriers) => ({ ...value, barriers }),
    },
  ],
};
