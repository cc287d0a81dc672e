import type { ReactNode } from "react";
import { formatInstant } from "./format/dates.ts";

export interface TimelineEvent {
  id: string;
  title: string;
  by: string | null;
  at: string;
  detail?: ReactNode;
}

/** What happened, newest first. */
export const Timeline = ({ events }: { events: readonly TimelineEvent[] }) => (
  <ol className="app-timeline">
    {events.map((event) => (
      <li className="app-timeline__item" key={event.id}>
        <h3 className="app-timeline__title">{event.title}</h3>
        {event.by ? <p className="app-timeline__by">by {event.by}</p> : null}
        <p className="app-timeline__date">
          <time dateTime={event.at}>{formatInstant(event.at)}</time>
        </p>
        {event.detail ? <div className="app-timeline__detail">{event.detail}</div> : null}
      </li>
    ))}
  </ol>
);
