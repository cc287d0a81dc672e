import { assessments } from "@due-regard/database/schema/assessments";
import { equalityActionNotes, equalityActions } from "@due-regard/database/schema/equality-actions";
import { metrics } from "@due-regard/database/schema/metrics";
import { departments } from "@due-regard/database/schema/organisations";
import { users } from "@due-regard/database/schema/people";
import { dueInForce, isOverdueAction } from "@due-regard/domain/ehria/actions/live-action";
import { PROTECTED_CHARACTERISTICS, type ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import { escapeFormula } from "@due-regard/domain/metrics/import/formula-safety";
import { ok, type Result } from "@due-regard/domain/result";
import { ACTION_STATUSES, type ActionStatus } from "@due-regard/domain/strategies/vocabulary";
import { asc, eq, inArray } from "drizzle-orm";
import { AddressReading } from "../../../downloads/address-reading.ts";
import {
  asFileName,
  CONTENT_TYPES,
  type DownloadContext,
  type DownloadKind,
  type DownloadQuestion,
} from "../../../downloads/download-format.ts";
import type { Column } from "../../../downloads/sheet.ts";
import { csvOf } from "../../../downloads/write-csv.ts";
import { isRowId } from "../../../schema/load-by-ids.ts";
import { londonDay } from "../../../schema/london-today.ts";
import { type ActionFilter, actionConditions } from "./filter-actions.ts";
import { type LiveState, lineOf, UNTOUCHED } from "./live-state.ts";
import { type ActionInForce, loadActionsInForce } from "./load-actions.ts";

/** Rows of one file: a council's actions of many years. */
const MOST = 5_000;

const SHOWN: Readonly<Record<string, ActionFilter>> = {
  "": { open: true },
  overdue: { overdue: true },
  mine: { open: true, mine: true },
  all: {},
};

const NOWHERE = "00000000-0000-0000-0000-000000000000";

/** A department by its global id, as the page's address has it. What is none names nothing. */
const departmentOf = (text: string | null): { id: string } | null => {
  if (!text) return null;
  const id = Buffer.from(text, "base64").toString("utf8").replace("Department:", "");
  return { id: isRowId(id) ? id : NOWHERE };
};

/** As the page reads its address (web/src/features/actions/action-filter.ts). */
const readQuestion = (question: DownloadQuestion): Result<ActionFilter> => {
  const known = [
    ...["show", "status", "department", "organisation", "characteristic"],
    ...["metric", "plan", "delivery", "assessment", "text"],
  ];
  const reading = new AddressReading(question, known);
  const show = reading.one("show") ?? "";
  if (!Object.hasOwn(SHOWN, show)) reading.add("show", `show is one of: overdue, mine, all.`);
  const status = reading.one("status") || null;
  if (status !== null && !ACTION_STATUSES.some((each) => each === status))
    reading.add("status", `status is one of: ${ACTION_STATUSES.join(", ")}.`);
  const characteristic = reading.one("characteristic") || null;
  if (characteristic !== null && !PROTECTED_CHARACTERISTICS.some((each) => each === characteristic))
    reading.add("characteristic", `characteristic is one of: ${PROTECTED_CHARACTERISTICS.join(", ")}.`);
  return reading.result({
    ...(status !== null && show === "" ? {} : SHOWN[show]),
    status: status === null ? null : [status as ActionStatus],
    characteristic: characteristic as ProtectedCharacteristic | null,
    department: departmentOf(reading.one("department")),
    organisation: reading.one("organisation") || null,
    metric: reading.one("metric") || null,
    strategy: reading.one("plan") || null,
    deliveryAction: reading.one("delivery") || null,
    assessment: reading.one("assessment") || null,
    text: reading.one("text"),
  });
};

interface ActionRecord {
  action: ActionInForce;
  state: LiveState;
  about: { reference: string; title: string; department: string };
  owner: string | null;
  metric: string | null;
  lastNote: string | null;
  notes: number;
}

interface ActionsContent {
  records: ActionRecord[];
  today: string;
}

const loadRecords = async (
  { db }: DownloadContext,
  actions: readonly ActionInForce[],
): Promise<ActionRecord[]> => {
  if (actions.length === 0) return [];
  const lines = actions.map(lineOf);
  const abouts = await db
    .select({
      id: assessments.id,
      reference: assessments.reference,
      title: assessments.title,
      department: departments.name,
    })
    .from(assessments)
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .where(inArray(assessments.id, [...new Set(actions.map(({ assessmentId }) => assessmentId))]));
  const states = await db
    .select({ state: equalityActions, owner: users.name, metric: metrics.code })
    .from(equalityActions)
    .leftJoin(users, eq(users.id, equalityActions.ownerId))
    .leftJoin(metrics, eq(metrics.id, equalityActions.metricId))
    .where(inArray(equalityActions.id, lines));
  const notes = Map.groupBy(
    await db
      .select()
      .from(equalityActionNotes)
      .where(inArray(equalityActionNotes.actionId, lines))
      .orderBy(asc(equalityActionNotes.number)),
    ({ actionId }) => actionId,
  );
  const aboutOf = new Map(abouts.map(({ id, ...about }) => [id, about]));
  const stateOf = new Map(states.map((row) => [row.state.id, row]));
  return actions.map((action) => {
    const live = stateOf.get(lineOf(action));
    const own = notes.get(lineOf(action)) ?? [];
    return {
      action,
      state: live?.state ?? UNTOUCHED,
      about: aboutOf.get(action.assessmentId) ?? { reference: "", title: "", department: "" },
      owner: live?.owner ?? null,
      metric: live?.metric ?? null,
      lastNote: own.at(-1)?.text ?? null,
      notes: own.length,
    };
  });
};

const dueOf = ({ action, state }: ActionRecord): string | null => dueInForce(action.due, state);

const columnsOn = (today: string): readonly Column<ActionRecord>[] => {
  const column = (
    header: string,
    means: string,
    cell: (record: ActionRecord) => string | null,
  ): Column<ActionRecord> => ({
    header,
    means,
    width: 20,
    cell: (record) => escapeFormula(cell(record) ?? ""),
  });
  return [
    column("assessment", "Its reference", ({ about }) => about.reference),
    column("title", "What is assessed", ({ about }) => about.title),
    column("department", "Whose it is", ({ about }) => about.department),
    column("objective", "Equality objective", ({ action }) => action.objective),
    column("action", "What will be done", ({ action }) => action.action),
    column("target", "What it should reach", ({ action }) => action.target),
    column("officer", "As the plan names them", ({ action }) => action.officer),
    column("owner", "Who sees to it, where somebody was named", ({ owner }) => owner),
    column("status", "How far it has got", ({ state }) => state.status),
    column("due", "By when, as it was moved since", dueOf),
    column("due as signed", "By when, as the plan says", ({ action }) => action.due),
    column("overdue", "Whether it is open and late", (record) =>
      isOverdueAction({ status: record.state.status, due: dueOf(record) }, today) ? "Yes" : "No",
    ),
    column("metric", "Code of the measure that it should move", ({ metric }) => metric),
    column("notes", "How many there are", ({ notes }) => String(notes)),
    column("last note", "What was said last", ({ lastNote }) => lastNote),
  ];
};

/** The actions that the page lists, all of them in one file: of assessments that the viewer may see. */
export const actionsDownload: DownloadKind<ActionsContent> = {
  act: "assessments.list",
  read: async (context, parameters) => {
    const filter = readQuestion(parameters);
    if (!filter.ok) return filter;
    const { db, viewer, now } = context;
    const today = londonDay(new Date(now));
    const where = actionConditions(context, filter.value, today);
    const actions = await loadActionsInForce(db, viewer, { where, today, limit: MOST });
    return ok({ records: await loadRecords(context, actions), today });
  },
  fileName: ({ today }) => asFileName(`equality actions ${today}`),
  formats: {
    csv: {
      contentType: CONTENT_TYPES.csv,
      write: async ({ records, today }) => csvOf(columnsOn(today), records),
    },
  },
};
