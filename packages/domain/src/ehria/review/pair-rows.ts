/** A row as it can be told from others: where it stands, and what its fields say. */
interface PairedRow {
  place: string;
  fields: ReadonlyMap<string, string>;
}

const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Share of the words of two texts that stand in both: 1 for the same words, 0 for none. */
const likeness = (one: string, other: string): number => {
  if (one === other) return 1;
  const [left, right] = [words(one), words(other)];
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
};

/** Below this, two rows are told as one that went and one that came. */
const SAME_ROW = 0.4;

const rowLikeness = (before: PairedRow, after: PairedRow): number => {
  if (before.place !== after.place) return 0;
  const fields = new Set([...before.fields.keys(), ...after.fields.keys()]);
  const sum = [...fields].reduce(
    (total, field) => total + likeness(before.fields.get(field) ?? "", after.fields.get(field) ?? ""),
    0,
  );
  return fields.size === 0 ? 1 : sum / fields.size;
};

/**
 * Finds the rows of one list again in another whose ids say nothing: the likest first, each at most once. In the order of
 * the later list; what has no like in it comes after, with null.
 */
export const pairRows = <Row extends PairedRow>(
  before: readonly Row[],
  after: readonly Row[],
): [Row | null, Row | null][] => {
  const scored = after
    .flatMap((is, index) => before.map((was) => ({ was, is, index, score: rowLikeness(was, is) })))
    .filter(({ score }) => score >= SAME_ROW)
    .sort((one, other) => other.score - one.score || one.index - other.index);
  const partners = new Map<Row, Row>();
  const taken = new Set<Row>();
  for (const { was, is } of scored) {
    if (partners.has(is) || taken.has(was)) continue;
    partners.set(is, was);
    taken.add(was);
  }
  return [
    ...after.map((is): [Row | null, Row] => [partners.get(is) ?? null, is]),
    ...before.filter((was) => !taken.has(was)).map((was): [Row, null] => [was, null]),
  ];
};
