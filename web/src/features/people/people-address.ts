import { ROLES } from "@due-regard/domain/access/roles";

/** What the addresses of these pages say, so that what somebody looks at can be sent to a colleague. */

export const PEOPLE = "/people";
export const ADD = "/people/add";

/** The address of somebody's page, or of one of the pages below it. */
export const personAddress = (id: string, below = ""): string =>
  `${PEOPLE}/${encodeURIComponent(id)}${below === "" ? "" : `/${below}`}`;

/** Where somebody else is made the lead of an assessment, or the owner of an action, that this person left behind. */
export const leadHandOver = (id: string, reference: string): string =>
  personAddress(id, `assessments/${encodeURIComponent(reference)}/hand-over`);
export const actionHandOver = (id: string, action: string): string =>
  personAddress(id, `actions/${encodeURIComponent(action)}/hand-over`);

export const CHOSEN = ["text", "role", "department", "account"] as const;
export type Chosen = Record<(typeof CHOSEN)[number], string>;

export const ACCOUNTS = [
  { value: "", label: "Open" },
  { value: "closed", label: "Closed" },
  { value: "all", label: "Open or closed" },
] as const;

const DISABLED: Readonly<Record<string, boolean | undefined>> = { closed: true, all: undefined };

export const chosenIn = (search: URLSearchParams): Chosen =>
  Object.fromEntries(CHOSEN.map((name) => [name, search.get(name) ?? ""])) as Chosen;

const PAGE_SIZE = 50;

/** The query's variables. Words that mean nothing ask for nothing. */
export const peopleVariables = (search: URLSearchParams) => {
  const { text, role, department, account } = chosenIn(search);
  const held = ROLES.find((each) => each === role);
  const disabled = Object.hasOwn(DISABLED, account) ? DISABLED[account] : false;
  return {
    filter: {
      ...(text.trim() ? { text: text.trim() } : {}),
      ...(held ? { role: held } : {}),
      ...(department ? { department } : {}),
      ...(disabled === undefined ? {} : { disabled }),
    },
    first: PAGE_SIZE,
    after: search.get("after"),
  };
};
