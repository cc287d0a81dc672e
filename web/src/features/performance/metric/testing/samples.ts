import { periodOf } from "@due-regard/domain/metrics/period";
import type { Figure, Metric } from "../../words.ts";
import type { Benchmark, GroupRanking, ReportedStanding, Target } from "../types.ts";

/** Small pieces of what the API answers, for tests of what the page makes of them. */

const PAPER = {
  key: "paper-2020",
  title: "Performance report 2019/20",
  committee: "Adults and Communities Overview and Scrutiny Committee",
  meetingDate: "2020-01-20",
};

export const figure = (code: string, value: string | null, changes: Partial<Figure> = {}): Figure => ({
  id: `${code} ${value}`,
  display: value === null ? "Survey not run" : `${value}%`,
  status: value === null ? "NOT_AVAILABLE" : "ACTUAL",
  unit: "PERCENT",
  value,
  noValueReason: value === null ? "SURVEY_NOT_RUN" : null,
  note: null,
  doubts: [],
  recordedAt: "2020-01-20T00:00:00.000Z",
  period: periodOf(code),
  source: PAPER,
  revisions: [],
  ...changes,
});

export const target = (code: string, low: string | null, changes: Partial<Target> = {}): Target => ({
  kind: "TARGET",
  operator: "GTE",
  low,
  high: null,
  display: low === null ? "To be confirmed" : `${low}%`,
  note: null,
  recordedAt: "2020-01-20T00:00:00.000Z",
  supersededAt: null,
  period: periodOf(code),
  source: PAPER,
  revisions: [],
  ...changes,
});

export const benchmark = (code: string, value: string, group = "England"): Benchmark => ({
  group,
  value,
  display: `${value}%`,
  period: periodOf(code),
  source: PAPER,
});

export const standing = (code: string, changes: Partial<ReportedStanding> = {}): ReportedStanding => ({
  group: "England",
  rank: null,
  of: null,
  tied: null,
  quartile: "TOP",
  display: "Top",
  doubts: [],
  period: periodOf(code),
  source: PAPER,
  ...changes,
});

const QUARTERS = ["TOP", "SECOND", "THIRD", "BOTTOM"] as const;

/** Authorities "A1", "A2" … with these figures, best first and no two alike. */
export const ranking = (code: string, values: readonly number[], group = "England"): GroupRanking => {
  const quarters = values.length >= 4;
  return {
    group,
    of: values.length,
    groupMedian: String(values[Math.floor(values.length / 2)] ?? 0),
    period: { code, label: periodOf(code).label },
    thresholds: quarters ? { top: "75", middle: "65", bottom: "55" } : null,
    standings: values.map((value, index) => ({
      organisation: { id: `A${index + 1}`, code: `A${index + 1}`, name: `Authority ${index + 1}` },
      value: String(value),
      rank: index + 1,
      tied: false,
      quartile: quarters ? (QUARTERS[Math.floor((index * 4) / values.length)] ?? null) : null,
    })),
  };
};

export const metric = (changes: Partial<Metric> = {}): Metric => ({
  id: "m",
  code: "1E",
  officialCode: "1E",
  title: "Adults in employment",
  description: null,
  framework: "ASCOF",
  aim: "HIGH",
  unit: "PERCENT",
  accumulation: "PERIOD",
  numeratorLabel: null,
  denominatorLabel: null,
  rankingGroups: ["England", "Shire counties"],
  organisations: [
    { id: "A1", code: "A1", name: "Authority 1", kind: "COUNTY" },
    { id: "A2", code: "A2", name: "Authority 2", kind: "UNITARY" },
  ],
  definitions: [],
  strategyElements: [],
  sideBySide: [],
  targets: [],
  benchmarks: [],
  reportedStandings: [],
  breakdowns: [],
  commentary: [],
  results: [],
  judgements: [],
  equalityActionCounts: { open: 0, overdue: 0 },
  equalityActions: [],
  assessments: { pageInfo: { hasNextPage: false }, edges: [] },
  ...changes,
});
