import { type Client, useClient } from "urql";
import { createKeep } from "../../../data/keep.ts";
import { outcomeOf } from "../../../data/outcome.ts";
import { useHeld } from "../live/live-context.ts";
import { SaveCharacteristicsMutation } from "../mutations.ts";
import type { CharacteristicImpact, Content } from "../types.ts";
import type { SaveResult, Stored } from "./autosave.ts";
import { useDraft } from "./draft-context.ts";
import { useReport } from "./save-board.tsx";
import { toSaveResult } from "./send.ts";
import { readDraft } from "./use-answer.ts";
import { type AutosaveHandle, useAutosave } from "./use-autosave.ts";

export type CharacteristicValue = Pick<
  CharacteristicImpact,
  "affected" | "direction" | "comments" | "barriers"
>;
type Row = Pick<CharacteristicImpact, "characteristic" | "stage">;

const sameRow = (row: Row) => (impact: CharacteristicImpact) =>
  impact.characteristic === row.characteristic && impact.stage === row.stage;

const readValue = ({
  affected,
  direction,
  comments,
  barriers,
}: CharacteristicValue): CharacteristicValue => ({
  affected,
  direction,
  comments,
  barriers,
});

const storedRow = ({ characteristicImpacts }: Content, row: Row): Stored<CharacteristicValue> | null => {
  const impact = characteristicImpacts.find(sameRow(row));
  return impact ? { value: readValue(impact), version: impact.version } : null;
};

const same = (left: CharacteristicValue, right: CharacteristicValue): boolean =>
  left.affected === right.affected &&
  left.direction === right.direction &&
  (left.comments ?? "") === (right.comments ?? "") &&
  (left.barriers ?? "") === (right.barriers ?? "");

const save = async (
  client: Client,
  reference: string,
  row: Row,
  value: CharacteristicValue,
  basedOnVersion: number,
): Promise<SaveResult<CharacteristicValue>> => {
  const { characteristic, stage } = row;
  const impact = {
    characteristic,
    ...value,
    comments: value.comments || null,
    barriers: value.barriers || null,
    basedOnVersion,
  };
  const { data, error } = await client
    .mutation(SaveCharacteristicsMutation, { input: { reference, stage, impacts: [impact] } })
    .toPromise();
  return toSaveResult(
    outcomeOf(data?.saveCharacteristicImpacts, error),
    ({ impacts, savedAt }) => {
      const saved = impacts.find((each) => each.characteristic === characteristic && each.stage === stage);
      return saved ? { version: saved.version, savedAt } : null;
    },
    async () => {
      const content = await readDraft(client, reference);
      return content && storedRow(content, row);
    },
  );
};

/** One characteristic's row, saving itself as it is written. `place` is how findings name it: "potential-impact.AGE". */
export const useCharacteristic = (
  impact: CharacteristicImpact,
  place: string,
): AutosaveHandle<CharacteristicValue> => {
  const client = useClient();
  const { content, person } = useDraft();
  const { reference } = content;
  const autosave = useAutosave<CharacteristicValue>({
    stored: useHeld(place, { value: readValue(impact), version: impact.version }),
    keep: createKeep({ person, reference, place, label: impact.label }),
    save: (value, basedOnVersion) => save(client, reference, impact, value, basedOnVersion),
    same,
  });
  useReport(place, autosave.state, autosave.savedAt);
  return autosave;
};
