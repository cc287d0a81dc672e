import { outcomeOf } from "../../../../data/outcome.ts";
import { SaveRightsMutation } from "../../mutations.ts";
import type { RightImpact } from "../../types.ts";
import type { SaveKind } from "./kind.ts";
import { requestOptions, resultOf } from "./run-save.ts";

export const JUSTIFICATIONS = ["prescribedByLaw", "legitimateAim", "necessary", "proportionate"] as const;
export type Justification = Record<(typeof JUSTIFICATIONS)[number], string>;

/** What interference with a qualified right must answer; all four or it can't be justified. */
export const JUSTIFICATION_WORDS: Record<keyof Justification, string> = {
  prescribedByLaw: "Which law allows it?",
  legitimateAim: "Which legitimate aim does it serve?",
  necessary: "Why is it necessary?",
  proportionate: "Why is it proportionate?",
};

type Row = Pick<RightImpact, "part" | "article" | "stage">;

export interface RightAddress extends Row {
  reference: string;
}

export interface RightValue {
  affected: boolean | null;
  comments: string;
  justification: Justification;
}

const isAt = (row: Row) => (each: Row) =>
  each.part === row.part && each.article === row.article && each.stage === row.stage;

export const rightValue = (
  impact: Pick<RightImpact, "affected" | "comments" | "justification"> | undefined,
): RightValue => ({
  affected: impact?.affected ?? null,
  comments: impact?.comments ?? "",
  justification: {
    prescribedByLaw: impact?.justification?.prescribedByLaw ?? "",
    legitimateAim: impact?.justification?.legitimateAim ?? "",
    necessary: impact?.justification?.necessary ?? "",
    proportionate: impact?.justification?.proportionate ?? "",
  },
});

const inputOf = ({ affected, comments, justification }: RightValue) => {
  const { prescribedByLaw, legitimateAim, necessary, proportionate } = justification;
  const given = {
    prescribedByLaw: prescribedByLaw || null,
    legitimateAim: legitimateAim || null,
    necessary: necessary || null,
    proportionate: proportionate || null,
  };
  const isGiven = Object.values(given).some((text) => text !== null);
  return { affected, comments: comments || null, justification: isGiven ? given : null };
};

/** The row of one right at one stage. */
export const rightKind: SaveKind<RightAddress, RightValue> = {
  keyOf: ({ stage, part, article }) => `${stage}.${part}-${article}`,
  same: (left, right) =>
    left.affected === right.affected &&
    left.comments === right.comments &&
    JUSTIFICATIONS.every((key) => left.justification[key] === right.justification[key]),
  read: ({ rightImpacts }, address) => {
    const impact = rightImpacts.find(isAt(address));
    return { value: rightValue(impact), version: impact?.version ?? 0 };
  },
  send: async (link, address, attempt) => {
    const { reference, stage, part, article } = address;
    const { value, basedOnVersion, setAside, key } = attempt;
    const impact = { part, article, ...inputOf(value), basedOnVersion, setAside };
    const { data, error } = await link.client
      .mutation(
        SaveRightsMutation,
        { input: { reference, stage, impacts: [impact], idempotencyKey: key } },
        requestOptions(link, attempt),
      )
      .toPromise();
    const sent = { kind: rightKind, link, address, attempt };
    return resultOf(sent, outcomeOf(data?.saveRightImpacts, error), ({ impacts, savedAt }) => {
      const saved = impacts.find(isAt(address));
      return saved ? { stored: { value: rightValue(saved), version: saved.version }, savedAt } : null;
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
      key: "comments",
      label: "Comments",
      read: ({ comments }) => comments,
      merge: (value, comments) => ({ ...value, comments }),
    },
    ...JUSTIFICATIONS.map((key) => ({
      key,
      label: JUSTIFICATION_WORDS[key],
      read: ({ justification }: RightValue) => justification[key],
      merge: (value: RightValue, text: string) => ({
        ...value,
        justification: { ...value.justification, [key]: text },
      }),
    })),
  ],
};
