/** Keys for what was added on a page: answers belong to keys for good, so one that is there never changes. */

interface Keyed {
  key: string;
  label: string;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

const nextPartKey = (taken: ReadonlySet<string>): string => {
  const letter = [...LETTERS].find((each) => !taken.has(each));
  if (letter !== undefined) return letter;
  for (let number = 1; ; number += 1) if (!taken.has(`part-${number}`)) return `part-${number}`;
};

/** "Go ahead as it is" → "GO_AHEAD_AS_IT_IS": option keys are capitals joined by underscores, without figures. */
const optionKey = (label: string, taken: ReadonlySet<string>): string => {
  const stem =
    label
      .normalize("NFKD")
      .toUpperCase()
      .replace(/[^A-Z]+/g, "_")
      .replace(/^_+|_+$/g, "")
      .slice(0, 60)
      .replace(/_+$/, "") || "OPTION";
  if (!taken.has(stem)) return stem;
  const letter = [...LETTERS.toUpperCase()].find((each) => !taken.has(`${stem}_${each}`));
  return letter === undefined ? optionKey(`${stem}_X`, taken) : `${stem}_${letter}`;
};

const nameAll = <Item extends Keyed>(
  items: readonly Item[],
  keyFor: (item: Item, taken: ReadonlySet<string>) => string,
): Item[] => {
  const taken = new Set(items.map(({ key }) => key).filter((key) => key !== ""));
  return items.map((item) => {
    if (item.key !== "") return item;
    const key = keyFor(item, taken);
    taken.add(key);
    return { ...item, key };
  });
};

export const nameParts = <Item extends Keyed>(parts: readonly Item[]): Item[] =>
  nameAll(parts, (_part, taken) => nextPartKey(taken));

export const nameOptions = <Item extends Keyed>(options: readonly Item[]): Item[] =>
  nameAll(options, ({ label }, taken) => optionKey(label, taken));
