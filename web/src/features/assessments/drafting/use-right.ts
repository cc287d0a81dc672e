import { type Client, useClient } from "urql";
import { createKeep } from "../../../data/keep.ts";
import { outcomeOf } from "../../../data/outcome.ts";
import { useHeld } from "../live/live-context.ts";
import { SaveRightsMutation } from "../mutations.ts";
import type { Content, RightImpact } from "../types.ts";
import type { SaveResult, Stored } from "./autosave.ts";
import { useDraft } from "./draft-context.ts";
import { useReport } from "./save-board.tsx";
import { toSaveResult } from "./send.ts";
import { readDraft } from "./use-answer.ts";
import { type AutosaveHandle, useAutosave } from "./use-autosave.ts";

export const JUSTIFICATIONS = ["prescribedByLaw", "legitimateAim", "necessary", "proportionate"] as const;
export type Justification = Record<(typeof JUSTIFICATIONS)[number], string>;

export interface RightValue {
  affected: boolean | null;
  comments: string;
  justification: Justification;
}

type Row = Pick<RightImpact, "part" | "article" | "stage">;

const isRow = (row: Row) => (each: Row) =>
  each.part === row.part && each.article === row.article && each.stage === row.stage;

const readValue = ({ affected, comments, justification }: RightImpact): RightValue => ({
  affected,
  comments: comments ?? "",
  justification: {
    prescribedByLaw: justification?.prescribedByLaw ?? "",
    legitimateAim: justification?.legitimateAim ?? "",
    necessary: justification?.necessary ?? "",
    proportionate: justification?.proportionate ?? "",
  },
});

const storedRow = ({ rightImpacts }: Content, row: Row): Stored<RightValue> | null => {
  const impact = rightImpacts.find(isRow(row));
  return impact ? { value: readValue(impact), version: impact.version } : null;
};

const same = (left: RightValue, right: RightValue): boolean =>
  left.affected === right.affected &&
  left.comments === right.comments &&
  JUSTIFICATIONS.every((key) => left.justification[key] === right.justification[key]);

const inputOf = ({ affected, comments, justification }: RightValue) => {
  const given = JUSTIFICATIONS.some((key) => justification[key] !== "");
  return {
    affected,
    comments: comments || null,
    justification: given
      ? {
          prescribedByLaw: justification.prescribedByLaw || null,
          legitimateAim: justification.legitimateAim || null,
          necessary: justification.necessary || null,
          proportionate: justification.proportionate || null,
        }
      : null,
  };
};

const save = async (
  client: Client,
  reference: string,
  row: Row,
  value: RightValue,
  basedOnVersion: number,
): Promise<SaveResult<RightValue>> => {
  const { part, article, stage } = row;
  const impact = { part, article, ...inputOf(value), basedOnVersion };
  const { data, error } = await client
    .mutation(SaveRightsMutation, { input: { reference, stage, impacts: [impact] } })
    .toPromise();
  return toSaveResult(
    outcomeOf(data?.saveRightImpacts, error),
    ({ impacts, savedAt }) => {
      const saved = impacts.find(isRow(row));
      return saved ? { version: saved.version, savedAt } : null;
    },
    async () => {
      const content = await readDraft(client, reference);
      return content && storedRow(content, row);
    },
  );
};

/** One right's row, saving itself as it is written. `place` is how findings name it: "potential-rights.CONVENTION-8". */
export const useRight = (impact: RightImpact, place: string): AutosaveHandle<RightValue> => {
  const client = useClient();
  const { content, person } = useDraft();
  const { reference } = content;
  const autosave = useAutosave<RightValue>({
    stored: useHeld(place, { value: readValue(impact), version: impact.version }),
    keep: createKeep({ person, reference, place, label: `Article ${impact.article}: ${impact.title}` }),
    save: (value, basedOnVersion) => save(client, reference, impact, value, basedOnVersion),
    same,
  });
  useReport(place, autosave.state, autosave.savedAt);
  return autosave;
};
