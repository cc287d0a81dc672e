/** Entries of the audit trail after which figures, how far a plan’s action has got, what they are rated by, what they mean or what is watched stands otherwise. */
const MOVING = [
  "observation.recorded",
  "metrics.imported",
  "metrics.undone",
  "metric.redefined",
  "rating.judged",
  "target.set",
  "evidence.watched",
  "delivery.progress",
];

interface Moving {
  action: string;
  detail?: Readonly<Record<string, unknown>>;
}

/**
 * What has to be looked at again after these entries: the codes of the metrics that moved; ALL where an entry doesn't name its
 * own, as a file's; NONE where nothing did.
 */
export const movedMetrics = (entries: readonly Moving[]): readonly string[] | "ALL" | "NONE" => {
  const moving = entries.filter(({ action }) => MOVING.includes(action));
  if (moving.length === 0) return "NONE";
  const codes = moving.map(({ detail }) => detail?.metric);
  return codes.every((code) => typeof code === "string") ? [...new Set(codes)] : "ALL";
};
