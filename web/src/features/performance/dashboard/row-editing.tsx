import { type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import { LinkButton } from "../../../ui/button.tsx";
import { EditPanel } from "../editing/edit-panel.tsx";
import type { EditKind } from "../editing/types.ts";
import type { Dashboard, Row } from "../words.ts";
import { type KnownOn, LATEST, type PerformanceData } from "./load-dashboard.ts";

const KINDS: readonly EditKind[] = ["FIGURE", "TARGET", "RATING", "COMMENTARY"];

const buttonId = (metric: string): string => `change-${metric.replace(/\W+/g, "-")}`;

/** After the panel has gone, the focus is back on the button that opened it. */
const focusButton = (metric: string) =>
  requestAnimationFrame(() => document.getElementById(buttonId(metric))?.focus());

/** Figures are edited as they are known now. A dashboard that nobody has seen yet shows nothing else. */
const showsLatest = ({ reportedOn }: Dashboard, knownOn: KnownOn): boolean =>
  knownOn === "LATEST" || (reportedOn === null && knownOn === "REPORTED");

export interface RowEditing {
  /** Code of the metric whose forms are open. */
  open: string | null;
  change: ((row: Row) => ReactNode) | null;
  beneath: (row: Row) => ReactNode;
  hasErrors: boolean;
}

interface EditingQuestion {
  dashboard: Dashboard;
  viewer: PerformanceData["viewer"];
  knownOn: KnownOn;
}

/** The button on each row for those who may change it, and the forms beneath the row that is open. */
export const useRowEditing = ({ dashboard, viewer, knownOn }: EditingQuestion): RowEditing => {
  const [search, setSearch] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const latest = showsLatest(dashboard, knownOn);
  const may = viewer !== null && (viewer.canWriteMetrics || viewer.canJudgeRatings);
  const open = may && latest ? search.get("change") : null;
  const turn = (metric: string | null) => {
    const next = new URLSearchParams(search);
    next.delete("what");
    if (metric === null) next.delete("change");
    else next.set("change", metric);
    if (!latest) next.set("figures", LATEST);
    setSearch(next, { preventScrollReset: true, replace: latest });
  };
  const subjectOf = (metric: string) => ({
    metric,
    organisation: dashboard.organisation.code,
    edition: dashboard.period.code,
  });
  return {
    open,
    hasErrors,
    change: may
      ? (row) => (
          <span className="app-change">
            <LinkButton
              id={buttonId(row.metric.code)}
              expanded={open === row.metric.code}
              hiddenText={row.title}
              onClick={() => turn(open === row.metric.code ? null : row.metric.code)}
            >
              Change
            </LinkButton>
          </span>
        )
      : null,
    beneath: (row) =>
      open === row.metric.code ? (
        <EditPanel
          key={row.metric.code}
          subject={subjectOf(row.metric.code)}
          start={KINDS.find((kind) => kind === search.get("what")) ?? null}
          onErrors={setHasErrors}
          onClose={() => {
            turn(null);
            focusButton(row.metric.code);
          }}
        />
      ) : null,
  };
};
