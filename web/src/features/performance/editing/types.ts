import type { ResultOf } from "gql.tada";
import type { Client } from "urql";
import type { Outcome } from "../../../data/outcome.ts";
import type { Piece } from "../../../ui/conflict-choice.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import type { changeFields, shownFields } from "./mutations.ts";
import type { EditableRowQuery } from "./queries.ts";

/** Which row is edited, by names: the forms ask for the rest themselves. */
export interface EditingSubject {
  /** Code of the metric. */
  metric: string;
  /** ONS code. */
  organisation: string;
  /** Period code of the dashboard. */
  edition: string;
}

type Answer = ResultOf<typeof EditableRowQuery>;
export type EditableMetric = NonNullable<Answer["metric"]>;
export type EditableRow = EditableMetric["results"][number];

/** A row as it stands, and whoever edits it. */
export interface Editable {
  subject: EditingSubject;
  person: string;
  canWrite: boolean;
  canJudge: boolean;
  metric: EditableMetric;
  row: EditableRow;
}

export type DashboardChange = ResultOf<typeof changeFields>;
export type Shown = ResultOf<typeof shownFields>;

/** What a write, or its preview, says that it changes. */
export interface WriteAnswer {
  dashboards: readonly DashboardChange[];
  /** What a careful reader would ask about the figure. */
  doubts: readonly string[];
}

export type EditKind = "FIGURE" | "TARGET" | "RATING" | "COMMENTARY";

export interface SendOptions {
  /** When what the person saw was recorded; null: they saw none. */
  base: string | null;
  preview: boolean;
  /** Names the intended write, so that sending it twice has the effect of sending it once. */
  idempotencyKey: string;
}

export interface EditFieldsProps<Draft> {
  editable: Editable;
  draft: Draft;
  onChange: (draft: Draft) => void;
  errorFor: (field: string) => string | undefined;
}

/** One thing about a row that can be edited: everything that its steps need to know. */
export interface EditDefinition<Draft> {
  kind: EditKind;
  /** "the figure": what a conflict is about. */
  what: string;
  /** What stands, as the form shows it, and when it was recorded. */
  read: (editable: Editable) => { draft: Draft; base: string | null };
  check: (draft: Draft, editable: Editable) => FieldError[];
  send: (
    client: Client,
    editable: Editable,
    draft: Draft,
    options: SendOptions,
  ) => Promise<Outcome<WriteAnswer>>;
  /** The field that a problem's path is about. */
  fieldOf: (path: string) => string | null;
  pieces: (editable: Editable) => readonly Piece<Draft>[];
}
