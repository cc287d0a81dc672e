import { PROTECTED_CHARACTERISTICS, type ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import { type Period, parsePeriod } from "@due-regard/domain/metrics/period";
import { invalid, ok, type Problem, type Result } from "@due-regard/domain/result";
import { isInstant } from "../../../schema/scalars.ts";
import type { DownloadQuestion } from "./download-format.ts";

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

/** False for what no database can hold: U+0000, and half of a pair of surrogates. */
const isReadable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** Collects problems while parameters are read. */
class Reading {
  readonly problems: Problem[] = [];
  readonly #question: DownloadQuestion;

  constructor(question: DownloadQuestion, known: readonly string[]) {
    this.#question = question;
    for (const [name, values] of Object.entries(question)) {
      if (!known.includes(name)) {
        this.add(name, `“${name}” is not known here. These are: ${known.join(", ")}.`);
      } else if (!values.every(isReadable)) {
        this.add(name, `“${name}” holds a character that nothing here can contain. Type it again.`);
      }
    }
  }

  add(path: string, message: string): void {
    this.problems.push({ path, message });
  }

  all(name: string): readonly string[] {
    return this.#question[name] ?? [];
  }

  one(name: string): string | null {
    const values = this.all(name);
    if (values.length > 1) this.add(name, `Give “${name}” once.`);
    return values[0] ?? null;
  }

  required(name: string, example: string): string {
    const value = this.one(name);
    if (value === null) this.add(name, `Say which: ${name}=${example}.`);
    return value ?? "";
  }

  period(name: string, text: string | null): Period | null {
    if (text === null || text === "") return null;
    const read = parsePeriod(text);
    if (read.ok) return read.value;
    const { failure } = read;
    for (const { message } of failure.kind === "VALIDATION" ? failure.problems : []) this.add(name, message);
    return null;
  }

  instant(name: string): string | null {
    const text = this.one(name);
    if (text === null || isInstant(text)) return text;
    this.add(
      name,
      `“${text}” is not an instant. Write it with its offset, such as ${name}=2021-01-18T18:00:00Z.`,
    );
    return null;
  }

  result<Value>(value: Value): Result<Value> {
    return this.problems.length === 0 ? ok(value) : invalid(this.problems);
  }
}

export const readDashboardQuestion = (question: DownloadQuestion): Result<DashboardQuestion> => {
  const reading = new Reading(question, ["organisation", "period", "asAt"]);
  const organisation = reading.required("organisation", "E10000018");
  const period = reading.period("period", reading.required("period", "2019-04/2019-11"));
  const asAt = reading.instant("asAt");
  if (period === null) return invalid(reading.problems);
  return reading.result({ organisation, period, asAt });
};

export const readMetricQuestion = (question: DownloadQuestion): Result<MetricQuestion> => {
  const reading = new Reading(question, ["code", "organisation", "from", "to", "breakdown", "asAt"]);
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
  const reading = new Reading(question, ["import"]);
  return reading.result(reading.required("import", "its id"));
};
