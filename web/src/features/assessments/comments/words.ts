import type { Remark, Talk } from "./types.ts";

export const WRITTEN_AS: Record<Remark["writtenAs"], string> = {
  LEAD: "lead officer",
  CONTRIBUTOR: "contributor",
  DEG_CHAIR: "chair of the group",
  DEG_MEMBER: "member of the group",
};

/** "2 open, 1 resolved"; empty where nothing was said. */
export const countWords = (talks: readonly Pick<Talk, "resolved">[]): string => {
  const open = talks.filter(({ resolved }) => !resolved).length;
  const settled = talks.length - open;
  return [open > 0 ? `${open} open` : null, settled > 0 ? `${settled} resolved` : null]
    .filter((words) => words !== null)
    .join(", ");
};
