import { invalid, type Result } from "../../result.ts";
import { type Period, parsePeriod } from "../period.ts";
import { parsePrintedCode } from "../printed/parse-printed-marks.ts";
import { readPrintedText } from "../printed/printed-text.ts";
import type { Accumulation, Unit } from "../vocabulary.ts";

export interface KnownMetric {
  id: string;
  /** Stable code. */
  code: string;
  framework: string;
  officialCode: string;
  unit: Unit;
  accumulation: Accumulation;
}

export interface KnownOrganisation {
  id: string;
  /** ONS code. */
  code: string;
  name: string;
  /** Whether whoever imports may record its figures. */
  writable: boolean;
}

/** What a code in a file stands for. `doubt` is set when it was read with letters other than those in the file. */
export interface Named<Thing> {
  thing: Thing;
  doubt: string | null;
}

/** What the names in a file stand for. Answers are remembered: the same few names stand in a million rows. */
export interface Names {
  metric: (code: string) => Named<KnownMetric> | null;
  /** The metric of a national framework with this official code. */
  official: (framework: string, plainCode: string) => KnownMetric | null;
  organisation: (code: string) => Named<KnownOrganisation> | null;
  organisationNamed: (name: string) => KnownOrganisation | null;
  period: (code: string) => Result<Period>;
}

const REMEMBERED = 10_000;

/** Remembers answers, and forgets them all when there are too many: a hostile file may hold a million names. */
function remember<Answer>(find: (name: string) => Answer): (name: string) => Answer {
  const answers = new Map<string, Answer>();
  return (name) => {
    const known = answers.get(name);
    if (known !== undefined || answers.has(name)) return known as Answer;
    if (answers.size >= REMEMBERED) answers.clear();
    const answer = find(name);
    answers.set(name, answer);
    return answer;
  };
}

export function prepareNames(
  metrics: readonly KnownMetric[],
  organisations: readonly KnownOrganisation[],
): Names {
  const metricByCode = new Map(metrics.map((metric) => [metric.code, metric]));
  const metricByOfficial = new Map(
    metrics.map((metric) => [`${metric.framework}|${plainMeasureCode(metric.officialCode)}`, metric]),
  );
  const organisationByCode = new Map(organisations.map((each) => [each.code, each]));
  const organisationByName = new Map(organisations.map((each) => [each.name.toLowerCase(), each]));
  return {
    metric: remember((code) => findMetric(metricByCode, code)),
    official: (framework, code) => metricByOfficial.get(`${framework}|${code}`) ?? null,
    organisation: remember((code) => findOrganisation(organisationByCode, code)),
    organisationNamed: (name) => organisationByName.get(readPrintedText(name).text.toLowerCase()) ?? null,
    period: remember(readPeriodCell),
  };
}

/** "1C pt 1a", "1C(1A)" and "1C1A" are one code. */
export function plainMeasureCode(code: string): string {
  return readPrintedText(code)
    .text.toUpperCase()
    .replace(/\bPT\b|PART|[\s().-]/g, "");
}

/** As written; else with look-alike letters put right; else in the house's form of an ASCOF code ("11 pt 1" → "1I pt 1"). */
function findMetric(byCode: Map<string, KnownMetric>, code: string): Named<KnownMetric> | null {
  const exact = byCode.get(code);
  if (exact !== undefined) return { thing: exact, doubt: null };
  const { text, doubts } = readPrintedText(code);
  const plain = byCode.get(text);
  if (plain !== undefined) return { thing: plain, doubt: doubts[0]?.text ?? null };
  const mark = parsePrintedCode(code);
  const metric = mark.value === null ? undefined : byCode.get(mark.value);
  return metric === undefined ? null : { thing: metric, doubt: mark.doubts[0]?.text ?? null };
}

function findOrganisation(
  byCode: Map<string, KnownOrganisation>,
  code: string,
): Named<KnownOrganisation> | null {
  const exact = byCode.get(code);
  if (exact !== undefined) return { thing: exact, doubt: null };
  const { text, doubts } = readPrintedText(code);
  const plain = byCode.get(text.toUpperCase());
  return plain === undefined ? null : { thing: plain, doubt: doubts[0]?.text ?? null };
}

/** Period codes alone: "2019/20" could be told to be a year, and a page that shows the problem teaches the code. */
function readPeriodCell(code: string): Result<Period> {
  return code === "" ? invalid([{ path: "period", message: "" }]) : parsePeriod(code);
}
