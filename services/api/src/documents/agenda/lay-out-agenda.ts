import type { Block, BlockDocument, Row } from "@due-regard/document/document";
import { REVIEW_DAYS, type Waiting } from "@due-regard/domain/ehria/review/deadline";
import type { RecommendationKind } from "@due-regard/domain/ehria/review/recommendation";
import { escapeFormula } from "@due-regard/domain/metrics/import/formula-safety";
import type { Column } from "../../downloads/sheet.ts";
import { dateWords, dayOf, minuteOf } from "../assessment/words.ts";

/** An assessment that waits for its group, as the agenda names it. */
export interface AgendaRecord extends Waiting {
  department: string;
  reference: string;
  title: string;
  revision: number;
  lead: string;
  /** Who chairs its review in the chair's place. Null: nobody was named. */
  deputy: string | null;
  /** ISO instant. */
  since: string;
  recommendations: { by: string; recommendation: RecommendationKind; reason: string }[];
  openPoints: number;
  unansweredPoints: number;
  openComments: number;
}

const RECOMMENDATION_WORDS: Readonly<Record<RecommendationKind, string>> = {
  SIGN_OFF: "sign it off",
  ASK_FOR_CHANGES: "ask for changes",
};

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

const column = (
  header: string,
  means: string,
  cell: (record: AgendaRecord) => string | number | null,
): Column<AgendaRecord> => ({
  header,
  means,
  width: 20,
  cell: (record) => escapeFormula(String(cell(record) ?? "")),
});

const howMany = ({ recommendations }: AgendaRecord, kind: RecommendationKind): number =>
  recommendations.filter(({ recommendation }) => recommendation === kind).length;

/** The agenda as a table of its own: one line for each assessment. */
export const agendaColumns: readonly Column<AgendaRecord>[] = [
  column("department", "Whose it is", ({ department }) => department),
  column("reference", "Its reference", ({ reference }) => reference),
  column("title", "What is assessed", ({ title }) => title),
  column("revision", "Which revision", ({ revision }) => revision),
  column("lead officer", "Who leads it", ({ lead }) => lead),
  column("deputy chair", "Who chairs its review in the chair's place", ({ deputy }) => deputy),
  column("submitted at", "When it was submitted", ({ since }) => new Date(since).toISOString()),
  column("days waiting", "Whole days since then", ({ days }) => days),
  column("decide by", `${REVIEW_DAYS} days after submission`, (record) => record.decideBy),
  column("overdue", "Whether that day has passed", ({ isOverdue }) => (isOverdue ? "Yes" : "No")),
  column("recommend to sign off", "Members who do", (record) => howMany(record, "SIGN_OFF")),
  column("recommend changes", "Members who do", (record) => howMany(record, "ASK_FOR_CHANGES")),
  column("open points", "Points of the chair's that are not settled", ({ openPoints }) => openPoints),
  column("open comments", "Talks that are not settled", ({ openComments }) => openComments),
];

const waitingWords = ({ since, days, decideBy, isOverdue }: AgendaRecord): Row["cells"][number] => [
  { text: `${dayOf(since)}, ${days === 0 ? "today" : `${counted(days, "day", "days")} ago`}` },
  { text: `Decide by ${dateWords(decideBy)}` },
  ...(isOverdue ? [{ text: "Overdue", weight: "bold" as const }] : []),
];

const rowOf = (record: AgendaRecord, index: number): Row => {
  const { reference, title, lead, deputy, recommendations, openPoints, openComments } = record;
  const comments = counted(openComments, "open comment", "open comments");
  return {
    cells: [
      [
        { text: `${index + 1}. ${title}`, weight: "bold" },
        { text: `${reference}, revision ${record.revision}`, quiet: true },
        { text: `Lead officer: ${lead}`, quiet: true },
        ...(deputy === null ? [] : [{ text: `Review chaired by ${deputy}`, quiet: true }]),
      ],
      waitingWords(record),
      recommendations.length === 0
        ? [{ text: "None yet" }]
        : recommendations.flatMap(({ by, recommendation, reason }) => [
            { text: `${by}: ${RECOMMENDATION_WORDS[recommendation]}`, weight: "bold" as const },
            { text: reason },
          ]),
      [
        ...(openPoints > 0 ? [{ text: counted(openPoints, "open point", "open points") }] : []),
        { text: comments },
      ],
    ],
  };
};

const tableOf = (department: string, records: readonly AgendaRecord[]): Block[] => [
  { kind: "heading", level: 2, text: department },
  {
    kind: "table",
    caption: `Assessments that wait for the group of ${department}, longest first`,
    columns: [
      { heading: "Assessment", share: 4, rowHeading: true },
      { heading: "Submitted", share: 2 },
      { heading: "Recommendations", share: 4 },
      { heading: "Open", share: 2 },
    ],
    rows: records.map(rowOf),
  },
];

/** The agenda of a meeting: by department, what waits, since when, what members recommend and what is still open. `now`: ISO instant. */
export const layOutAgenda = (records: readonly AgendaRecord[], now: string): BlockDocument => {
  const byDepartment = [...Map.groupBy(records, ({ department }) => department)];
  const title = "Agenda of the equalities group";
  return {
    title,
    language: "en-GB",
    date: new Date(now),
    orientation: "landscape",
    running: { header: title, footer: `As at ${minuteOf(now)}` },
    blocks: [
      { kind: "heading", level: 1, text: title },
      {
        kind: "paragraph",
        text: `Assessments in review, as at ${minuteOf(now)}. The group is asked to decide within ${REVIEW_DAYS} days of submission.`,
      },
      ...(records.length === 0
        ? [{ kind: "paragraph" as const, text: "Nothing waits for the group." }]
        : byDepartment.flatMap(([department, own]) => tableOf(department, own))),
    ],
  };
};
