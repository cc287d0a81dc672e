import { departments } from "@due-regard/database/schema/organisations";
import { ASSESSMENT_STATUSES, type AssessmentStatus } from "@due-regard/domain/ehria/vocabulary";
import { type Failure, invalid, ok, type Result } from "@due-regard/domain/result";
import { eq } from "drizzle-orm";
import type { AddressReading } from "../../../downloads/address-reading.ts";
import type { DownloadContext } from "../../../downloads/download-format.ts";
import { type AssessmentConditions, readReferences, readYear } from "../filter-assessments.ts";

/** Which assessments, as addresses of downloads ask it. */
export const SET_PARAMETERS = ["strategy", "year", "department", "status", "reference"] as const;

export interface SetQuestion extends Omit<AssessmentConditions, "departmentId"> {
  /** A department's slug. */
  department: string | null;
}

const note = (reading: AddressReading, failure: Failure): null => {
  for (const { path, message } of failure.kind === "VALIDATION" ? failure.problems : [])
    reading.add(path, message);
  return null;
};

const statusesIn = (reading: AddressReading): AssessmentStatus[] | null => {
  const named = reading.all("status");
  for (const name of named)
    if (!ASSESSMENT_STATUSES.some((status) => status === name))
      reading.add("status", `“${name}” is no status. These are: ${ASSESSMENT_STATUSES.join(", ")}.`);
  const known = ASSESSMENT_STATUSES.filter((status) => named.includes(status));
  return known.length > 0 ? known : null;
};

export const readSet = (reading: AddressReading): SetQuestion => {
  const year = reading.one("year");
  const readOfYear = year ? readYear(year) : ok(null);
  const listed = reading.all("reference");
  const references = listed.length > 0 ? readReferences(listed) : ok(null);
  return {
    strategy: reading.one("strategy"),
    department: reading.one("department"),
    status: statusesIn(reading),
    year: readOfYear.ok ? readOfYear.value : note(reading, readOfYear.failure),
    references: references.ok ? references.value : note(reading, references.failure),
  };
};

/** The same with the department found. */
export const conditionsFor = async (
  { db }: Pick<DownloadContext, "db">,
  { department, ...rest }: SetQuestion,
): Promise<Result<AssessmentConditions>> => {
  if (department === null) return ok(rest);
  const [row] = await db
    .select({ id: departments.id })
    .from(departments)
    .where(eq(departments.slug, department));
  if (row === undefined)
    return invalid([{ path: "department", message: "There is no department of this name." }]);
  return ok({ ...rest, departmentId: row.id });
};
