import { checkCommentText } from "@due-regard/domain/ehria/review/comment-rules";
import type { ResultOf } from "gql.tada";
import { type FormEvent, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { useKept } from "../../../data/use-kept.ts";
import { useLiveData } from "../../../data/use-live-data.ts";
import { useSend } from "../../../data/use-send.ts";
import { InsetText, WarningText } from "../../../ui/banners.tsx";
import { Button } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Page } from "../../../ui/page.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { COMMENT_LIMIT } from "../comments/talk-form.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { HandOverMutation, HandOverQuery } from "./queries.ts";

type HandedOver = NonNullable<ResultOf<typeof HandOverQuery>["assessment"]>;

const DEPUTY_FIELD = "deputy";
const REASON_FIELD = "reason";

interface HandOverFormProps {
  assessment: HandedOver;
  person: string;
  onErrors: (errors: readonly FieldError[]) => void;
}

const HandOverForm = ({ assessment, person, onErrors }: HandOverFormProps) => {
  const client = useClient();
  const navigate = useNavigate();
  const { reference, possibleDeputies } = assessment;
  const kept = useKept(
    { person, reference, place: "hand-over-review", label: `Handing the review over, ${reference}` },
    { reason: "" },
  );
  const [deputy, setDeputy] = useState<string | null>(null);
  const { send, busy, setErrors, errorFor } = useSend(
    (path) => (path === "deputy" ? DEPUTY_FIELD : path === "reason" ? REASON_FIELD : null),
    onErrors,
  );
  const { reason } = kept.value;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems: FieldError[] = [
      ...(deputy === null ? [{ field: DEPUTY_FIELD, message: "Choose who shall chair the review" }] : []),
      ...checkCommentText(reason).map(() => ({
        field: REASON_FIELD,
        message: "Say why, in 4,000 characters or fewer",
      })),
    ];
    setErrors(problems);
    if (problems.length > 0 || deputy === null) return;
    void send(
      async (idempotencyKey) => {
        const input = { reference, deputy, reason, idempotencyKey };
        const { data, error } = await client.mutation(HandOverMutation, { input }).toPromise();
        return outcomeOf(data?.handOverReview, error);
      },
      () => {
        kept.clear();
        return navigate(`/assessments/${reference}`);
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Radios
        id={DEPUTY_FIELD}
        legend="Who shall chair the review?"
        legendSize="s"
        hint="Members of the department's group who had no part in writing it."
        options={possibleDeputies.map(({ id, name, jobTitle }) => ({
          value: id,
          label: name,
          hint: jobTitle,
        }))}
        error={errorFor(DEPUTY_FIELD)}
        value={deputy}
        onChange={setDeputy}
      />
      <Textarea
        id={REASON_FIELD}
        label="Why do you hand it over?"
        labelSize="s"
        hint="It goes on record, for those who write and review this assessment."
        rows={4}
        limit={COMMENT_LIMIT}
        error={errorFor(REASON_FIELD)}
        value={reason}
        onChange={(text) => kept.change({ reason: text })}
      />
      <WarningText>
        From then on you take no part in the review of this assessment. You can&rsquo;t take it back.
      </WarningText>
      <Button busy={busy}>Hand the review over</Button>
    </form>
  );
};

/** A chair with a conflict of interest names who shall chair the review instead. */
export const HandOverPage = () => {
  const { reference = "" } = useParams();
  const { assessment, viewer } = useLiveData(HandOverQuery, { reference });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  if (!assessment?.availableActions.includes("HAND_OVER_REVIEW")) return <MissingAssessment />;
  return (
    <Page
      title="Hand the review over"
      caption={assessment.title}
      errors={errors}
      crumbs={[{ to: `/assessments/${reference}`, words: reference }]}
    >
      <p className="govuk-body">
        Whoever led or helped to write an assessment can&rsquo;t review it. Hand it over as well where you
        have an interest in it that nobody here can know of.
      </p>
      {assessment.deputy ? (
        <InsetText>{assessment.deputy.deputy.name} chairs the review of this assessment now.</InsetText>
      ) : null}
      {assessment.possibleDeputies.length > 0 ? (
        <HandOverForm assessment={assessment} person={viewer?.user.id ?? ""} onErrors={setErrors} />
      ) : (
        <WarningText>
          Nobody in the department&rsquo;s group can take it over: every member had a part in writing it. Ask
          an administrator to give somebody else a seat in the group.
        </WarningText>
      )}
    </Page>
  );
};
