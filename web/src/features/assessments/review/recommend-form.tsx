import { checkRecommendationReason } from "@due-regard/domain/ehria/review/recommendation";
import { type FormEvent, useState } from "react";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { useKept } from "../../../data/use-kept.ts";
import { useSend } from "../../../data/use-send.ts";
import { Button } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { COMMENT_LIMIT } from "../comments/talk-form.tsx";
import type { Signing } from "../types.ts";
import { RecommendMutation } from "./queries.ts";
import { RECOMMENDATION, type Recommendation, type RecommendationKind } from "./recommendations.tsx";

const KIND_FIELD = "recommendation";
const REASON_FIELD = "recommendation-reason";
const FIELDS: Readonly<Record<string, string>> = { reason: REASON_FIELD, recommendation: KIND_FIELD };

interface RecommendFormProps {
  assessment: Signing;
  person: string;
  /** What this person recommends about this revision so far. */
  own: Recommendation | undefined;
  onErrors: (errors: readonly FieldError[]) => void;
}

interface Draft {
  kind: RecommendationKind | null;
  reason: string;
}

const problemsOf = ({ kind, reason }: Draft): FieldError[] => [
  ...(kind === null ? [{ field: KIND_FIELD, message: "Choose what you recommend" }] : []),
  ...checkRecommendationReason(reason).map(({ message }) => ({ field: REASON_FIELD, message })),
];

/** What a member of the group recommends, with the reason; as often as they think better of it, until the chair decides. */
export const RecommendForm = ({ assessment, person, own, onErrors }: RecommendFormProps) => {
  const client = useClient();
  const { reference, contentHash, revision } = assessment;
  const kept = useKept<Draft>(
    { person, reference, place: `recommendation:${revision}`, label: `Recommendation, ${reference}` },
    { kind: own?.recommendation ?? null, reason: own?.reason ?? "" },
  );
  const { send, busy, setErrors, errorFor } = useSend((path) => FIELDS[path] ?? null, onErrors);
  const [done, setDone] = useState(false);
  const { value, change } = kept;
  const edit = (part: Partial<Draft>) => {
    setDone(false);
    change({ ...value, ...part });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = problemsOf(value);
    setErrors(problems);
    const { kind: recommendation, reason } = value;
    if (problems.length > 0 || recommendation === null) return;
    void send(
      async (idempotencyKey) => {
        const input = { reference, recommendation, reason, displayedHash: contentHash, idempotencyKey };
        const { data, error } = await client.mutation(RecommendMutation, { input }).toPromise();
        return outcomeOf(data?.recommend, error);
      },
      () => {
        kept.clear({ kind: recommendation, reason });
        setDone(true);
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2 className="govuk-heading-m">Your recommendation</h2>
      <p className="govuk-body">
        It goes to the chair, who decides. You can change it until then; each version stays on record.
      </p>
      <Radios
        id={KIND_FIELD}
        legend="What should the chair do?"
        legendSize="s"
        options={(["SIGN_OFF", "ASK_FOR_CHANGES"] as const).map((kind) => ({
          value: kind,
          label: RECOMMENDATION[kind].words,
        }))}
        error={errorFor(KIND_FIELD)}
        value={value.kind}
        onChange={(kind) => edit({ kind: kind as RecommendationKind })}
      />
      <Textarea
        id={REASON_FIELD}
        label="Why?"
        labelSize="s"
        rows={4}
        limit={COMMENT_LIMIT}
        error={errorFor(REASON_FIELD)}
        value={value.reason}
        onChange={(reason) => edit({ reason })}
      />
      <Button busy={busy}>{own ? "Change my recommendation" : "Recommend"}</Button>
      <p className="govuk-body" role="status">
        {done ? "Your recommendation is recorded." : ""}
      </p>
    </form>
  );
};
