import { formatTime } from "../../../ui/format/dates.ts";
import { useLive } from "./live-context.ts";

/** Says who else changed the evidence of these places last, how and when. The list beside it shows what is cited now. */
export const EvidenceNewsLine = ({ places }: { places: readonly string[] }) => {
  const { evidence } = useLive();
  const latest = [...evidence]
    .filter(([at]) => places.some((place) => at === place || at.startsWith(`${place}.`)))
    .map(([, news]) => news)
    .toSorted((one, other) => other.at.localeCompare(one.at))[0];
  return latest === undefined ? null : (
    <p className="app-here app-here--news">
      {latest.name} {latest.did} here at {formatTime(latest.at)}.
    </p>
  );
};
