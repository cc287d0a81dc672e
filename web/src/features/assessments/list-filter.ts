import { ASSESSMENT_STATUSES, type AssessmentStatus } from "@due-regard/domain/ehria/vocabulary";

const PAGE_SIZE = 25;

export const SHOWN = [
  { value: "", label: "All that you may see" },
  { value: "mine", label: "Those you lead or help with" },
  { value: "waiting", label: "Those that wait for you" },
] as const;

const isStatus = (word: string | null): word is AssessmentStatus =>
  ASSESSMENT_STATUSES.some((status) => status === word);

/** The query's variables for what an address asks to list. Unknown words in the address ask for nothing. */
export const listVariables = (search: URLSearchParams) => {
  const status = search.get("status");
  const show = search.get("show");
  return {
    filter: {
      ...(isStatus(status) ? { status: [status] } : {}),
      ...(show === "mine" ? { mine: true } : {}),
      ...(show === "waiting" ? { waitingForMe: true } : {}),
      ...(search.get("search") ? { search: search.get("search") } : {}),
    },
    first: PAGE_SIZE,
    after: search.get("after"),
  };
};
