import { JUDGEMENT_LIMITS } from "@due-regard/domain/metrics/judgement-limits";
import {
  COMPARISONS,
  type Comparison,
  RAG_RATINGS,
  type RagRating,
} from "@due-regard/domain/metrics/vocabulary";
import { outcomeOf } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { measure } from "../../../ui/format/counting.ts";
import { judgementOf } from "../words.ts";
import { JudgeRatingMutation } from "./mutations.ts";
import { answerOf } from "./outcome-of-write.ts";
import type { Editable, EditDefinition } from "./types.ts";

export const NOTHING_TO_JUDGE = "NOTHING";

/** The judgement as it is chosen. */
export interface JudgementDraft {
  judged: RagRating | Comparison | typeof NOTHING_TO_JUDGE | null;
  reason: string;
}

/** Best first, as the scheme of the dashboard has them. */
export const ratingsOf = ({ row, metric }: Editable): readonly (RagRating | Comparison)[] => {
  if (metric.aim === "INFORMATION") return [];
  return row.edition.scheme === "RAG" ? [...RAG_RATINGS].reverse() : COMPARISONS;
};

/** What an officer chose is shown; what only the software suggests is not chosen for them. */
const read = ({ row: { rating } }: Editable): { draft: JudgementDraft; base: string | null } => {
  if (rating.judgedAt === null) return { draft: { judged: null, reason: "" }, base: null };
  const judged = rating.judged ?? rating.comparison ?? NOTHING_TO_JUDGE;
  return { draft: { judged, reason: rating.reason }, base: rating.judgedAt };
};

const check = ({ judged, reason }: JudgementDraft): FieldError[] => {
  const { reason: most } = JUDGEMENT_LIMITS;
  const wrongReason =
    reason.trim() === ""
      ? "Say why: the reason is shown beside the rating"
      : measure(reason, "characters") > most
        ? `Reason must be ${most} characters or fewer`
        : null;
  return [
    ...(judged === null
      ? [{ field: "edit-judged", message: "Choose a rating, or that there is nothing to judge" }]
      : []),
    ...(wrongReason === null ? [] : [{ field: "edit-reason", message: wrongReason }]),
  ];
};

const inputOf = ({ subject, row }: Editable, { judged, reason }: JudgementDraft) => {
  const { scheme } = row.edition;
  const word = judged === NOTHING_TO_JUDGE ? null : judged;
  return {
    metric: subject.metric,
    organisation: subject.organisation,
    period: row.ratingPeriod.code,
    scheme,
    judged: scheme === "RAG" ? (word as RagRating | null) : null,
    comparison: scheme === "BENCHMARK" ? (word as Comparison | null) : null,
    noJudgement: judged === NOTHING_TO_JUDGE,
    reason,
  };
};

export const JUDGEMENT_EDIT: EditDefinition<JudgementDraft> = {
  kind: "RATING",
  what: "this rating",
  read,
  check,
  send: async (client, editable, draft, { base, preview, idempotencyKey }) => {
    const input = { ...inputOf(editable, draft), basedOnJudgedAt: base, preview, idempotencyKey };
    const { data, error } = await client.mutation(JudgeRatingMutation, { input }).toPromise();
    return answerOf(outcomeOf(data?.judgeRating, error));
  },
  fieldOf: (path) =>
    ({ judged: "edit-judged", comparison: "edit-judged", reason: "edit-reason" })[path] ?? null,
  pieces: () => [
    {
      key: "judged",
      label: "Rating",
      read: ({ judged }) =>
        judged === NOTHING_TO_JUDGE ? "Nothing to judge" : judged === null ? "" : judgementOf(judged).words,
    },
    {
      key: "reason",
      label: "Reason",
      read: ({ reason }) => reason,
      merge: (draft, reason) => ({ ...draft, reason }),
    },
  ],
};
