import type { Block } from "@due-regard/document/document";
import type { DashboardColumn } from "@due-regard/domain/metrics/dashboard-columns";
import { periodOf } from "@due-regard/domain/metrics/period";
import type { SourceRow } from "../../../organisations/organisation.graphql.ts";
import type { DashboardContent } from "../dashboard-content.ts";
import type { AppendixColumn } from "./columns.ts";

/** Whose figures these are, as known when, and from which papers. */

const day = (date: string): string => periodOf(date).label;

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  dateStyle: "long",
  timeStyle: "short",
});

const reportedTo = ({ dashboard, sources }: DashboardContent): string => {
  const committee = dashboard.sourceId === null ? null : sources.get(dashboard.sourceId)?.committee;
  return committee ? ` to the ${committee}` : "";
};

/** Whether the dashboard stands as its committee saw it. */
export const showsAsReported = ({ dashboard, asAtAsked }: DashboardContent): boolean =>
  asAtAsked === null && dashboard.reportedOn !== null;

/** "Figures as reported on 20 January 2020 to the …", or "Figures as known on 18 January 2021 at 18:00". */
export const describeKnowledge = (content: DashboardContent): string => {
  const { dashboard } = content;
  return showsAsReported(content) && dashboard.reportedOn !== null
    ? `Figures as reported on ${day(dashboard.reportedOn)}${reportedTo(content)}`
    : `Figures as known on ${CLOCK.format(new Date(dashboard.asAt))}`;
};

export const introduce = (content: DashboardContent): Block[] => {
  const { dashboard, organisation, asAtAsked } = content;
  const firstReported =
    asAtAsked !== null && dashboard.reportedOn !== null
      ? ` The dashboard was reported on ${day(dashboard.reportedOn)}${reportedTo(content)}.`
      : "";
  return [
    { kind: "paragraph", lead: true, text: `${organisation.name}, ${periodOf(dashboard.period).label}` },
    { kind: "paragraph", text: `${describeKnowledge(content)}.${firstReported}` },
  ];
};

/** The papers that the figures shown come from, oldest first. */
export const listSources = (
  { dashboard, sources }: DashboardContent,
  columns: readonly AppendixColumn[],
): string[] => {
  const shown = (column: DashboardColumn): boolean => columns.some(({ shows }) => shows.includes(column));
  const ids = dashboard.rows.flatMap(({ current, previous, target, nextTarget, benchmark }) => [
    ...[current, previous, target].map((each) => each?.sourceId),
    ...(shown("NEXT_TARGET") ? [nextTarget?.sourceId] : []),
    ...(shown("BENCHMARK") ? [benchmark?.sourceId] : []),
  ]);
  const papers = [...new Set([dashboard.sourceId, ...ids])]
    .flatMap((id) => (id ? (sources.get(id) ?? []) : []))
    .sort((left, right) => (left.meetingDate ?? "").localeCompare(right.meetingDate ?? ""));
  return papers.length > 0 ? papers.map(describeSource) : ["Recorded here, from no paper."];
};

const describeSource = ({ title, authority, committee, meetingDate, doubts }: SourceRow): string => {
  const meeting = [committee, meetingDate && day(meetingDate)].filter(Boolean).join(", ");
  const doubted = doubts.map((doubt) => ` Doubt: ${doubt}.`).join("");
  return `${title}. ${authority}${meeting ? `: ${meeting}` : ""}.${doubted}`;
};
