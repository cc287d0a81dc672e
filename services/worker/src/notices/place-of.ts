import type { NoticeEvent } from "@due-regard/domain/notices/recipients";

/** Where on an assessment's pages an event is to be looked at, where that is not for its kind alone to say. */
export const placeOf = (_event: NoticeEvent): string | null => null;
