import {
  ASSESSMENT_STATUSES,
  type AssessmentStatus,
  PROTECTED_CHARACTERISTICS,
  type ProtectedCharacteristic,
} from "@due-regard/domain/ehria/vocabulary";

const PAGE_SIZE = 25;

export const SHOWN = [
  { value: "", label: "All that you may see" },
  { value: "mine", label: "Those you lead or help with" },
  { value: "waiting", label: "Those that wait for you" },
] as const;

/** Days ahead by which a review must be due. */
export const DUE = [
  { value: "", label: "Any time" },
  { value: "0", label: "Due now or overdue" },
  { value: "31", label: "Within a month" },
  { value: "92", label: "Within three months" },
] as const;

export const ORDERS = [
  { value: "STARTED_NEWEST", label: "Started last" },
  { value: "STARTED_OLDEST", label: "Started first" },
  { value: "TITLE", label: "Title" },
  { value: "REVIEW_DUE", label: "Review due first" },
] as const;
type Order = (typeof ORDERS)[number]["value"];

const isStatus = (word: string | null): word is AssessmentStatus =>
  ASSESSMENT_STATUSES.some((status) => status === word);

const isCharacteristic = (word: string | null): word is ProtectedCharacteristic =>
  PROTECTED_CHARACTERISTICS.some((characteristic) => characteristic === word);

const orderOf = (word: string | null): Order =>
  ORDERS.find(({ value }) => value === word)?.value ?? "STARTED_NEWEST";

/** The day by which a review must be due, for what an address says. Null: any. */
const dueBy = (word: string | null, today: string): string | null => {
  const days = DUE.find(({ value }) => value !== "" && value === word)?.value;
  if (days === undefined) return null;
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Number(days));
  return day.toISOString().slice(0, 10);
};

/** The query's variables for what an address asks to list on a day. Unknown words in the address ask for nothing. */
export const listVariables = (search: URLSearchParams, today: string) => {
  const status = search.get("status");
  const show = search.get("show");
  const characteristic = search.get("characteristic");
  const reviewDueBy = dueBy(search.get("due"), today);
  return {
    filter: {
      ...(isStatus(status) ? { status: [status] } : {}),
      ...(show === "mine" ? { mine: true } : {}),
      ...(show === "waiting" ? { waitingForMe: true } : {}),
      ...(search.get("search") ? { search: search.get("search") } : {}),
      ...(search.get("department") ? { department: search.get("department") } : {}),
      ...(isCharacteristic(characteristic) ? { characteristic } : {}),
      ...(reviewDueBy ? { reviewDueBy } : {}),
    },
    orderBy: orderOf(search.get("order")),
    first: PAGE_SIZE,
    after: search.get("after"),
  };
};
