import { IMPACT_COLUMNS, type ImpactColumn } from "@due-regard/domain/ehria/cumulative/cumulate";
import {
  ASSESSMENT_STATUSES,
  type AssessmentStatus,
  PROTECTED_CHARACTERISTICS,
  type ProtectedCharacteristic,
} from "@due-regard/domain/ehria/vocabulary";
import { parsePeriod } from "@due-regard/domain/metrics/period";
import type { AddressField } from "../../ui/address-form.tsx";

/** What the address of the page asks for, so that what somebody looks at can be sent to a colleague. */

export const CHOSEN = ["strategy", "year", "department", "status", "references"] as const;
export type Chosen = Record<(typeof CHOSEN)[number], string>;

export const chosenIn = (search: URLSearchParams): Chosen =>
  Object.fromEntries(CHOSEN.map((name) => [name, search.get(name) ?? ""])) as Chosen;

/** Everything that still stands or is on its way: all but what was given up or replaced. */
const STANDING = ASSESSMENT_STATUSES.filter((status) => status !== "SUPERSEDED" && status !== "WITHDRAWN");

export const STANDING_TOO = "STANDING";

const statusIn = (word: string): AssessmentStatus[] | null => {
  if (word === STANDING_TOO) return STANDING;
  const status = ASSESSMENT_STATUSES.find((each) => each === word);
  return status === undefined ? null : [status];
};

/** References as people list them: with commas, spaces or lines between. */
export const referencesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((word) => word !== "");

/** What is no financial year asks for nothing. */
const isYear = (word: string): boolean => {
  const read = parsePeriod(word);
  return read.ok && read.value.kind === "FINANCIAL_YEAR";
};

/** The query's variables. Words that mean nothing ask for nothing. */
export const impactVariables = (search: URLSearchParams) => {
  const { strategy, year, department, status, references } = chosenIn(search);
  const statuses = statusIn(status);
  const listed = referencesIn(references);
  return {
    filter: {
      ...(strategy ? { strategy } : {}),
      ...(isYear(year) ? { year } : {}),
      ...(department ? { department } : {}),
      ...(statuses === null ? {} : { status: statuses }),
      ...(listed.length > 0 ? { references: listed } : {}),
    },
  };
};

export interface OpenCell {
  characteristic: ProtectedCharacteristic;
  column: ImpactColumn;
}

/** The cell whose assessments are shown. Null: none. */
export const cellIn = (search: URLSearchParams): OpenCell | null => {
  const characteristic = PROTECTED_CHARACTERISTICS.find((each) => each === search.get("characteristic"));
  const column = IMPACT_COLUMNS.find((each) => each === search.get("column"));
  return characteristic === undefined || column === undefined ? null : { characteristic, column };
};

/** The same page with this cell open. */
export const cellAddress = (search: URLSearchParams, { characteristic, column }: OpenCell): string => {
  const next = new URLSearchParams(search);
  next.set("characteristic", characteristic);
  next.set("column", column);
  return `?${next}#behind`;
};

/** Addresses of files of what is shown. In them a department goes by its slug, which people can read. */
export const downloadAddress = (
  file: string,
  search: URLSearchParams,
  departments: readonly { id: string; slug: string }[],
): string => {
  const { department, status, references, ...rest } = chosenIn(search);
  const asked = new URLSearchParams(Object.entries(rest).filter(([, value]) => value !== ""));
  const slug = departments.find(({ id }) => id === department)?.slug;
  if (slug !== undefined) asked.set("department", slug);
  for (const each of statusIn(status) ?? []) asked.append("status", each);
  for (const each of referencesIn(references)) asked.append("reference", each);
  return `/downloads/${file}${asked.size > 0 ? `?${asked}` : ""}`;
};

/** The financial years to choose from, newest first: the one that the day lies in, the next, and those before. */
export const yearOptions = (today: string, before = 6): { value: string; label: string }[] => {
  const year = Number(today.slice(0, 4));
  const current = today.slice(5) >= "04-01" ? year : year - 1;
  return Array.from({ length: before + 2 }, (_, index) => current + 1 - index).map((start) => {
    const end = String((start + 1) % 100).padStart(2, "0");
    return { value: `${start}-${end}`, label: `${start}/${end}` };
  });
};

/** Plans to choose from. */
export const planField = (
  label: string,
  { edges }: { edges: readonly { node: { slug: string; title: string } }[] },
): AddressField => ({
  name: "strategy",
  label,
  options: [
    { value: "", label: "Any plan, or none" },
    ...edges.map(({ node }) => ({ value: node.slug, label: node.title })),
  ],
});

export const yearField = (today: string): AddressField => ({
  name: "year",
  label: "Decided in the year",
  options: [{ value: "", label: "Any year" }, ...yearOptions(today)],
});
