const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers along an axis, from its lower end to its higher one. */
export const roundTicks = (low: number, high: number, most = 6): number[] => {
  if (!(high > low)) return [low];
  const rough = (high - low) / most;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * (STEPS.find((each) => each * magnitude >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
};

const ROOM = 0.08;

/** The ends of an axis, with room beside the outermost values; it does not go below nought for their sake. */
export const axisEnds = (values: readonly number[]): [low: number, high: number] => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * ROOM;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
};
