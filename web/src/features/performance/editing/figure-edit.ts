import { FIGURE_LIMITS } from "@due-regard/domain/metrics/check-figure";
import type { NoValueReason, ObservationStatus } from "@due-regard/domain/metrics/vocabulary";
import { outcomeOf } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { measure } from "../../../ui/format/counting.ts";
import { NO_VALUE, STATUS } from "./edit-words.ts";
import { RecordFigureMutation } from "./mutations.ts";
import { answerOf } from "./outcome-of-write.ts";
import { numberOrNull, readNumber } from "./read-number.ts";
import type { Editable, EditDefinition } from "./types.ts";

/** The figure as it is typed. */
export interface FigureDraft {
  has: "VALUE" | "NONE";
  value: string;
  numerator: string;
  denominator: string;
  count: string;
  countOf: string;
  status: ObservationStatus;
  reason: NoValueReason | "";
  expectedOn: string;
  note: string;
}

const read = ({
  row: { current, currentIsForecast },
}: Editable): { draft: FigureDraft; base: string | null } => {
  const status = current === null || current.status === "NOT_AVAILABLE" ? "ACTUAL" : current.status;
  return {
    base: current?.recordedAt ?? null,
    draft: {
      has: current !== null && current.value === null ? "NONE" : "VALUE",
      value: current?.value ?? "",
      numerator: current?.numerator ?? "",
      denominator: current?.denominator ?? "",
      count: current?.count ?? "",
      countOf: current?.countOf ?? "",
      status: currentIsForecast ? "FORECAST" : status,
      reason: current?.noValueReason ?? "",
      expectedOn: current?.expectedOn ?? "",
      note: current?.note ?? "",
    },
  };
};

const NUMBERS = [
  ["value", "Figure"],
  ["numerator", "Numerator"],
  ["denominator", "Denominator"],
  ["count", "Count"],
] as const;

/** What can be said before the server is asked. What a figure may be, the server decides. */
const check = (draft: FigureDraft): FieldError[] => {
  const tooLong =
    measure(draft.note, "characters") > FIGURE_LIMITS.note
      ? [{ field: "edit-note", message: `Note must be ${FIGURE_LIMITS.note} characters or fewer` }]
      : [];
  if (draft.has === "NONE")
    return [
      ...(draft.reason === "" ? [{ field: "edit-reason", message: "Choose why there is no figure" }] : []),
      ...tooLong,
    ];
  const unreadable = NUMBERS.flatMap(([name, words]) => {
    const { problem } = readNumber(draft[name]);
    return problem === null ? [] : [{ field: `edit-${name}`, message: `${words} ${problem}` }];
  });
  const missing =
    draft.value.trim() === ""
      ? [{ field: "edit-value", message: "Enter the figure, or say that there is none" }]
      : [];
  return [...missing, ...unreadable, ...tooLong];
};

const inputOf = ({ subject, row }: Editable, draft: FigureDraft, base: string | null) => {
  const about = {
    metric: subject.metric,
    organisation: subject.organisation,
    period: row.currentPeriod.code,
    note: draft.note,
    basedOnRecordedAt: base,
  };
  if (draft.has === "NONE")
    return { ...about, noValueReason: draft.reason || null, expectedOn: draft.expectedOn || null };
  return {
    ...about,
    status: draft.status,
    value: numberOrNull(draft.value),
    numerator: numberOrNull(draft.numerator),
    denominator: numberOrNull(draft.denominator),
    count: numberOrNull(draft.count),
    countOf: draft.countOf,
  };
};

const FIELDS: Record<string, string> = { noValueReason: "edit-reason", expectedOn: "edit-expected" };

export const FIGURE_EDIT: EditDefinition<FigureDraft> = {
  kind: "FIGURE",
  what: "this figure",
  read,
  check,
  send: async (client, editable, draft, { base, preview, idempotencyKey }) => {
    const input = { figures: [inputOf(editable, draft, base)], preview, idempotencyKey };
    const { data, error } = await client.mutation(RecordFigureMutation, { input }).toPromise();
    return answerOf(outcomeOf(data?.recordObservations, error));
  },
  fieldOf: (path) => {
    const name = path.split(".").at(-1) ?? "";
    if (name in FIELDS) return FIELDS[name] ?? null;
    return ["value", "numerator", "denominator", "count", "countOf", "status", "note"].includes(name)
      ? `edit-${name}`
      : null;
  },
  pieces: () => [
    {
      key: "figure",
      label: "Figure",
      read: (draft) =>
        draft.has === "NONE"
          ? [draft.reason && NO_VALUE[draft.reason], draft.expectedOn].filter(Boolean).join(", ")
          : `${draft.value} (${STATUS[draft.status]})`,
    },
    {
      key: "parts",
      label: "Numerator, denominator, count",
      read: ({ numerator, denominator, count, countOf }) =>
        [numerator, denominator, `${count} ${countOf}`.trim()].filter(Boolean).join(", "),
    },
    { key: "note", label: "Note", read: ({ note }) => note },
  ],
};
