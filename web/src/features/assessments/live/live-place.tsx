import type { ReactNode } from "react";
import { formatTime } from "../../../ui/format/dates.ts";
import { useLive } from "./live-context.ts";

const list = new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" });

/** Stands around a field: lets others know that one writes here, and says who else does and who changed it last. */
export const LivePlace = ({ place, children }: { place: string; children: ReactNode }) => {
  const { others, news, writing, since } = useLive();
  const here = others.filter((other) => other.place === place).map(({ name }) => name);
  const latest = news.get(place);
  const held = writing === place && latest !== undefined && latest.heardAt > since;
  return (
    <div className="app-place" data-place={place}>
      {children}
      {here.length > 0 ? (
        <p className="app-here">
          {list.format(here)} {here.length === 1 ? "is" : "are"} writing here too
        </p>
      ) : null}
      {latest ? (
        <p className="app-here app-here--news">
          {latest.name} changed this at {formatTime(latest.at)}.
          {held
            ? " Their text shows once you leave this answer. If you have written something yourself, you choose between the two."
            : null}
        </p>
      ) : null}
    </div>
  );
};
