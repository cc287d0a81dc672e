import { PROTECTED_CHARACTERISTICS, type ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import type { Period } from "@due-regard/domain/metrics/period";
import { invalid, type Result } from "@due-regard/domain/result";
import { AddressReading } from "../../../downloads/address-reading.ts";
import type { DownloadQuestion } from "../../../downloads/download-format.ts";

/** Reads the parameters of a download's address. What can't be read is a problem in words, never a guess. */

export interface DashboardQuestion {
  organisation: string;
  period: Period;
  /** Null: as its committee saw it. */
  asAt: string | null;
}

export interface MetricQuestion {
  code: string;
  /** ONS codes; none: every organisation with a figure. */
  organisations: readonly string[];
  from: Period | null;
  to: Period | null;
  characteristics: readonly ProtectedCharacteristic[];
  /** Null: as known now. */
  asAt: string | null;
}

export const readDashboardQuestion = (question: DownloadQuestion): Result<DashboardQuestion> => {
  const reading = new AddressReading(question, ["organisation", "period", "asAt"]);
  const organisation = reading.required("organisation", "E10000018");
  const period = reading.period("period", reading.required("period", "2019-04/2019-11"));
  const asAt = reading.instant("asAt");
  if (period === null) return invalid(reading.problems);
  return reading.result({ organisation, period, asAt });
};

export const readMetricQuestion = (question: DownloadQuestion): Result<MetricQuestion> => {
  const reading = new AddressReading(question, ["code", "organisation", "from", "to", "breakdown", "asAt"]);
  const wanted = [...new Set(reading.all("breakdown"))];
  for (const name of wanted) {
    if ((PROTECTED_CHARACTERISTICS as readonly string[]).includes(name)) continue;
    const known = PROTECTED_CHARACTERISTICS.join(", ");
    reading.add("breakdown", `“${name}” is no protected characteristic. These are: ${known}.`);
  }
  return reading.result({
    code: reading.required("code", "1E"),
    organisations: [...new Set(reading.all("organisation"))],
    from: reading.period("from", reading.one("from")),
    to: reading.period("to", reading.one("to")),
    characteristics: PROTECTED_CHARACTERISTICS.filter((each) => wanted.includes(each)),
    asAt: reading.instant("asAt"),
  });
};

/** The id of an import. */
export const readProblemsQuestion = (question: DownloadQuestion): Result<string> => {
  const reading = new AddressReading(question, ["import"]);
  return reading.result(reading.required("import", "its id"));
};
