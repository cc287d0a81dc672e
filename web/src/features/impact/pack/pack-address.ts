import { downloadAddress, impactVariables } from "../impact-address.ts";

/** What the address of the page asks for: which assessments, as on the page of cumulative impact, and which dashboard. */

export const PACK_CHOSEN = ["strategy", "year", "department", "references", "dashboard"] as const;
export type PackChosen = Record<(typeof PACK_CHOSEN)[number], string>;

export const packChosenIn = (search: URLSearchParams): PackChosen =>
  Object.fromEntries(PACK_CHOSEN.map((name) => [name, search.get(name) ?? ""])) as PackChosen;

/** A status is no choice here: a report rests on signed assessments. */
const withoutStatus = (search: URLSearchParams): URLSearchParams => {
  const rest = new URLSearchParams(search);
  rest.delete("status");
  return rest;
};

export const packVariables = (search: URLSearchParams) => impactVariables(withoutStatus(search));

interface Edition {
  organisation: { code: string };
  period: { code: string };
}

/** One word for an edition: "E10000018 2019-04/2019-11". */
export const editionKey = ({ organisation, period }: Edition): string =>
  `${organisation.code} ${period.code}`;

/** The same choice as a file, with the dashboard where one is chosen. */
export const packFile = (
  ending: string,
  search: URLSearchParams,
  departments: readonly { id: string; slug: string }[],
): string => {
  const address = downloadAddress(`pack.${ending}`, withoutStatus(search), departments);
  const [organisation, period] = (search.get("dashboard") ?? "").split(" ");
  if (!organisation || !period) return address;
  return `${address}${address.includes("?") ? "&" : "?"}${new URLSearchParams({ organisation, period })}`;
};
