/** A name at the end of its line, at the height where the line ends. */
export interface EndLabel {
  key: string;
  words: string;
  y: number;
}

interface Room {
  top: number;
  bottom: number;
  /** Between the middles of two labels. */
  gap: number;
}

/** Moves labels apart that would lie over each other, as little as may be, in their order and within the room. */
export const spreadLabels = (labels: readonly EndLabel[], { top, bottom, gap }: Room): EndLabel[] => {
  const inOrder = labels.toSorted((left, right) => left.y - right.y);
  const down: EndLabel[] = [];
  for (const label of inOrder) {
    const above = down.at(-1);
    down.push({ ...label, y: Math.max(label.y, above ? above.y + gap : top) });
  }
  const up: EndLabel[] = [];
  for (const label of down.toReversed()) {
    const below = up.at(-1);
    up.push({ ...label, y: Math.min(label.y, below ? below.y - gap : bottom) });
  }
  return up.toReversed();
};
