/** Words of a text: runs of anything but space, as the GOV.UK character count counts them. */
export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

export interface TextLimit {
  max: number;
  unit: "words" | "characters";
}

const amount = (count: number, unit: TextLimit["unit"]) =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? unit.slice(0, -1) : unit}`;

export const measure = (text: string, unit: TextLimit["unit"]): number =>
  unit === "words" ? countWords(text) : [...text].length;

/** "You have 12 words remaining", "You have 3 characters too many"; a count alone where no limit is stated. */
export const describeLength = (text: string, limit: TextLimit | null): { message: string; over: boolean } => {
  if (limit === null) return { message: amount(countWords(text), "words"), over: false };
  const left = limit.max - measure(text, limit.unit);
  const message =
    left >= 0
      ? `You have ${amount(left, limit.unit)} remaining`
      : `You have ${amount(-left, limit.unit)} too many`;
  return { message, over: left < 0 };
};
