/** Length of the longest run of rising numbers that ends at each place (not necessarily side by side). */
const risingLengths = (places: readonly number[]): number[] => {
  const lengths: number[] = [];
  for (const [index, place] of places.entries()) {
    const best = lengths.filter((_length, earlier) => (places[earlier] ?? 0) < place);
    lengths[index] = Math.max(0, ...best) + 1;
  }
  return lengths;
};

/**
 * Keys of the things that changed their place among those that both lists have: as few as explain the new order. Things
 * added or removed move nothing.
 */
export const movedKeys = (
  before: readonly { key: string }[],
  after: readonly { key: string }[],
): Set<string> => {
  const place = new Map(before.map(({ key }, index) => [key, index]));
  const common = after.flatMap(({ key }) => {
    const index = place.get(key);
    return index === undefined ? [] : [{ key, index }];
  });
  const lengths = risingLengths(common.map(({ index }) => index));
  const stayed = new Set<string>();
  let wanted = Math.max(0, ...lengths);
  let limit = Number.POSITIVE_INFINITY;
  for (let at = common.length - 1; at >= 0; at -= 1) {
    const { key, index } = common[at] ?? { key: "", index: -1 };
    if (lengths[at] !== wanted || index >= limit) continue;
    stayed.add(key);
    limit = index;
    wanted -= 1;
  }
  return new Set(common.map(({ key }) => key).filter((key) => !stayed.has(key)));
};
