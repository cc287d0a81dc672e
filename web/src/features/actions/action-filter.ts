import { PROTECTED_CHARACTERISTICS, type ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import { ACTION_STATUSES, type ActionStatus } from "@due-regard/domain/strategies/vocabulary";

const PAGE_SIZE = 25;

/** What an address may name besides the fields of the form: what the actions are joined to or part of. */
export const BESIDES = ["organisation", "metric", "plan", "delivery", "assessment"];

/** What an address may ask to show, with what that asks of the API. */
export const SHOWN = [
  { value: "", label: "All that are open", filter: { open: true } },
  { value: "overdue", label: "Overdue", filter: { overdue: true } },
  { value: "mine", label: "Open, and mine to see to", filter: { open: true, mine: true } },
  { value: "all", label: "All, also what is done", filter: {} },
] as const;

const isStatus = (word: string | null): word is ActionStatus =>
  ACTION_STATUSES.some((status) => status === word);

const isCharacteristic = (word: string | null): word is ProtectedCharacteristic =>
  PROTECTED_CHARACTERISTICS.some((characteristic) => characteristic === word);

/** The query's variables for what an address asks to list. Unknown words in it ask for nothing. */
export const actionVariables = (search: URLSearchParams) => {
  const shown = SHOWN.find(({ value }) => value === search.get("show")) ?? SHOWN[0];
  const [status, characteristic] = [search.get("status"), search.get("characteristic")];
  const words = (name: string, condition: string) => {
    const word = search.get(name)?.trim();
    return word ? { [condition]: word } : {};
  };
  // Whoever asks for a status means it, also where it is one of what is done.
  const show = isStatus(status) && shown.value === "" ? {} : shown.filter;
  return {
    filter: {
      ...show,
      ...(isStatus(status) ? { status: [status] } : {}),
      ...(isCharacteristic(characteristic) ? { characteristic } : {}),
      ...words("department", "department"),
      ...words("organisation", "organisation"),
      ...words("metric", "metric"),
      ...words("plan", "strategy"),
      ...words("delivery", "deliveryAction"),
      ...words("assessment", "assessment"),
      ...words("text", "text"),
    },
    plan: search.get("plan") ?? "",
    organisation: search.get("organisation")?.trim() ?? "",
    byOrganisation: Boolean(search.get("organisation")?.trim()),
    byPlan: Boolean(search.get("plan")?.trim()),
    first: PAGE_SIZE,
    after: search.get("after"),
  };
};

/** Parameters of the address that the file of the same list takes. */
export const downloadAddress = (search: URLSearchParams): string => {
  const known = new URLSearchParams(search);
  known.delete("after");
  const query = known.toString();
  return `/downloads/actions.csv${query ? `?${query}` : ""}`;
};

export const actionAddress = (id: string): string => `/actions/${encodeURIComponent(id)}`;
