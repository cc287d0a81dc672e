import { formatDate } from "../../../ui/format/dates.ts";
import type { Paper } from "./types.ts";

/** The paper that something comes from: title, committee, day of the meeting. */
export const paperWords = (source: Paper): string =>
  source === null
    ? "Entered here, from no paper"
    : [source.title, source.committee, source.meetingDate && formatDate(source.meetingDate)]
        .filter(Boolean)
        .join(", ");
