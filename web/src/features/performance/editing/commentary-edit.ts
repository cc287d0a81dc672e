import { JUDGEMENT_LIMITS } from "@due-regard/domain/metrics/judgement-limits";
import { outcomeOf } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { measure } from "../../../ui/format/counting.ts";
import { WriteCommentaryMutation } from "./mutations.ts";
import { answerOf } from "./outcome-of-write.ts";
import type { Editable, EditDefinition } from "./types.ts";

/** The three short texts. */
export interface CommentaryDraft {
  data: string;
  review: string;
  action: string;
}

export const PARTS = [
  { key: "data", label: "Data", hint: "What the data show" },
  { key: "review", label: "Review", hint: "What your review found" },
  { key: "action", label: "Action", hint: "What action follows" },
] as const;

/** Each author has one; this is the editor's own. */
const own = ({ row, person }: Editable) => row.commentary.find(({ author }) => author.id === person);

const read = (editable: Editable): { draft: CommentaryDraft; base: string | null } => {
  const mine = own(editable);
  return {
    base: mine?.writtenAt ?? null,
    draft: { data: mine?.data ?? "", review: mine?.review ?? "", action: mine?.action ?? "" },
  };
};

const check = (draft: CommentaryDraft): FieldError[] => {
  if (PARTS.every(({ key }) => draft[key].trim() === ""))
    return [{ field: "edit-data", message: "Write at least one of the three" }];
  const { commentary: most } = JUDGEMENT_LIMITS;
  return PARTS.filter(({ key }) => measure(draft[key], "characters") > most).map(({ key, label }) => ({
    field: `edit-${key}`,
    message: `${label} must be ${most} characters or fewer`,
  }));
};

export const COMMENTARY_EDIT: EditDefinition<CommentaryDraft> = {
  kind: "COMMENTARY",
  what: "your commentary",
  read,
  check,
  send: async (client, { subject }, draft, { base, preview, idempotencyKey }) => {
    const { metric, organisation, edition } = subject;
    const about = { metric, organisation, period: edition, basedOnWrittenAt: base };
    const input = { ...about, ...draft, preview, idempotencyKey };
    const { data, error } = await client.mutation(WriteCommentaryMutation, { input }).toPromise();
    return answerOf(outcomeOf(data?.writeCommentary, error));
  },
  fieldOf: (path) => (PARTS.some(({ key }) => key === path) ? `edit-${path}` : null),
  pieces: () =>
    PARTS.map(({ key, label }) => ({
      key,
      label,
      read: (draft: CommentaryDraft) => draft[key],
      merge: (draft: CommentaryDraft, text: string) => ({ ...draft, [key]: text }),
    })),
};
