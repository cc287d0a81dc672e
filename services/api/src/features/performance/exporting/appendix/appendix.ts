import type { DashboardRow, ElementRow } from "@due-regard/database/read-models/dashboard";
import type { Block, BlockDocument, Table } from "@due-regard/document/document";
import { countHeadlines } from "@due-regard/domain/metrics/headline-counts";
import { periodOf } from "@due-regard/domain/metrics/period";
import type { StrategyElementKind } from "@due-regard/domain/strategies/vocabulary";
import { type GroupOfRows, groupRows, ratingOf, revisedSince } from "../../../../derive/result.ts";
import type { DashboardContent } from "../dashboard-content.ts";
import { judgedOrSuggested, type RowInDashboard } from "../figure-context.ts";
import { type AppendixColumn, type AppendixRow, appendixColumns, measureName } from "./columns.ts";
import { headlineTable } from "./headline.ts";
import { keyTable } from "./key.ts";
import { type AppendixNotes, collectNotes } from "./notes.ts";
import { describeKnowledge, introduce, listSources, showsAsReported } from "./provenance.ts";

/** A dashboard as the appendix of a committee paper: what it says and in which order. packages/pdf draws it. */
export function layOutAppendix(content: DashboardContent): BlockDocument {
  const { dashboard, organisation } = content;
  const { title } = dashboard;
  return {
    title: `${title}: ${organisation.name}, ${periodOf(dashboard.period).label}`,
    language: "en-GB",
    date: new Date(dashboard.asAt),
    orientation: "landscape",
    running: { header: `${organisation.name}: ${title}`, footer: describeKnowledge(content) },
    blocks: [{ kind: "heading", level: 1, text: title }, ...introduce(content), ...layOutParts(content)],
  };
}

interface Appendix {
  content: DashboardContent;
  columns: readonly AppendixColumn[];
  notes: AppendixNotes;
}

function layOutParts(content: DashboardContent): Block[] {
  const { rows, scheme } = content.dashboard;
  const columns = appendixColumns(content.dashboard);
  const notes = collectNotes(rows);
  const appendix: Appendix = { content, columns, notes };
  return [
    ...layOutHeadline(content),
    ...layOutGroups(appendix),
    heading(2, "Key to columns"),
    keyTable(columns, scheme, ({ cell }) => rows.map((row) => cell(describeRow(appendix, row)))),
    ...layOutCommentary(content),
    ...layOutNotes(notes),
    heading(2, "Sources"),
    { kind: "list", numbered: false, items: listSources(content, columns) },
  ];
}

const describeRow = ({ content, notes }: Appendix, row: DashboardRow): AppendixRow => ({
  ...inDashboard(content, row),
  asReported: showsAsReported(content),
  pointer: pointTo(notes.numbersOf(row), row.commentary.length > 0),
});

const inDashboard = ({ dashboard, organisation }: DashboardContent, row: DashboardRow): RowInDashboard => ({
  row,
  scheme: dashboard.scheme,
  organisationId: organisation.id,
});

function layOutHeadline(content: DashboardContent): Block[] {
  const { rows, scheme } = content.dashboard;
  const rated = rows.map((row) => ({
    effective: ratingOf(row, scheme).effective,
    suggested: judgedOrSuggested(inDashboard(content, row)) === "Suggested",
  }));
  const all = countHeadlines(
    rated.map(({ effective }) => effective),
    scheme,
  );
  const suggested = countHeadlines(
    rated.filter((each) => each.suggested).map(({ effective }) => effective),
    scheme,
  );
  const revised = rows.filter((row) => revisedSince(row) !== null).length;
  const revisions = `${revised} of these figures ${revised === 1 ? "has" : "have"} been revised since: the column of the figure says to what.`;
  return [
    { kind: "heading", level: 2, text: "Headline counts" },
    { kind: "paragraph", text: `${all.sentence}.`, lead: true },
    headlineTable(all, suggested),
    ...(revised > 0 ? [{ kind: "paragraph" as const, text: revisions }] : []),
  ];
}

/** The layer, then the outcome, then one table for each set of rows: headings only where they change. */
function layOutGroups(appendix: Appendix): Block[] {
  const groups = groupRows(appendix.content.dashboard);
  return groups.flatMap((group, index) => {
    const above = groups[index - 1];
    const newLayer = index === 0 || group.layer?.id !== above?.layer?.id;
    const newOutcome = newLayer || group.outcome?.id !== above?.outcome?.id;
    return [
      ...(newLayer ? [heading(2, group.layer?.title ?? "Measures")] : []),
      ...(newOutcome && group.outcome ? [heading(3, nameOutcome(appendix.content, group.outcome))] : []),
      layOutRows(appendix, group),
    ];
  });
}

const heading = (level: 2 | 3, text: string): Block => ({ kind: "heading", level, text });

const nameOutcome = ({ strategies }: DashboardContent, { strategyId, title }: ElementRow): string => {
  const strategy = strategies.get(strategyId);
  return strategy ? `${title} (${strategy.title})` : title;
};

const KIND_WORDS: Record<StrategyElementKind, string> = {
  LAYER: "Layer",
  OUTCOME: "Outcome",
  SUPPORTING_OUTCOME: "Supporting outcome",
  PRIORITY: "Priority",
  PRINCIPLE: "Principle",
};

const captionOf = ({ content }: Appendix, { supportingOutcome, outcome, layer }: GroupOfRows): string => {
  if (supportingOutcome) return `${KIND_WORDS[supportingOutcome.kind]}: ${supportingOutcome.title}`;
  return outcome?.title ?? layer?.title ?? content.dashboard.title;
};

function layOutRows(appendix: Appendix, group: GroupOfRows): Table {
  const { columns } = appendix;
  const rows = group.rows.map((row) => describeRow(appendix, row));
  return {
    kind: "table",
    caption: captionOf(appendix, group),
    columns: columns.map(({ heading: words, share, rowHeading }) => ({ heading: words, share, rowHeading })),
    rows: rows.map((row) => ({ cells: columns.map(({ cell }) => cell(row)) })),
  };
}

/** "Notes 2 and 5. See commentary." */
function pointTo(numbers: readonly number[], hasCommentary: boolean): string | null {
  const listed =
    numbers.length > 1 ? `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}` : `${numbers[0]}`;
  const sentences = [
    ...(numbers.length > 0 ? [`${numbers.length > 1 ? "Notes" : "Note"} ${listed}.`] : []),
    ...(hasCommentary ? ["See commentary."] : []),
  ];
  return sentences.length > 0 ? sentences.join(" ") : null;
}

function layOutCommentary(content: DashboardContent): Block[] {
  const rows = content.dashboard.rows.flatMap((row) =>
    row.commentary.map((written) => ({
      cells: [
        [{ text: measureName(row) }, { text: row.title }],
        ...[written.data, written.review, written.action].map((text) => (text ? [{ text }] : [])),
        [{ text: periodOf(new Date(written.recordedAt).toISOString().slice(0, 10)).label }],
      ],
    })),
  );
  if (rows.length === 0) return [];
  const columns = [
    { heading: "Measure", share: 2, rowHeading: true },
    { heading: "What the data show", share: 3 },
    { heading: "What the review found", share: 3 },
    { heading: "What action follows", share: 3 },
    { heading: "Written", share: 1.2 },
  ];
  return [
    heading(2, "Commentary"),
    { kind: "table", caption: "What officers say about the figures", columns, rows },
  ];
}

function layOutNotes({ general, numbered }: AppendixNotes): Block[] {
  if (general.length + numbered.length === 0) return [];
  return [
    heading(2, "Notes and doubts"),
    { kind: "paragraph", text: INTRODUCTION },
    ...(general.length > 0 ? [{ kind: "list" as const, numbered: false, items: general }] : []),
    ...(numbered.length > 0 ? [{ kind: "list" as const, numbered: true, items: numbered }] : []),
  ];
}

const INTRODUCTION =
  "Figures stand as their papers print them. Where a careful reader has a doubt about one, it is said here and nothing is corrected silently.";
