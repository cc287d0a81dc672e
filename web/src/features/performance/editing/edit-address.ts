import type { EditingSubject, EditKind } from "./types.ts";

/** Where the forms of a row stand open: on its dashboard, with the figures as they are known now. */
export const editAddress = ({ metric, organisation, edition }: EditingSubject, kind: EditKind): string =>
  `/performance?${new URLSearchParams({
    organisation,
    period: edition,
    figures: "latest",
    change: metric,
    what: kind,
  })}`;
