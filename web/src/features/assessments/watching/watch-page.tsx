import type { ResultOf } from "gql.tada";
import { type FormEvent, useState } from "react";
import { useParams } from "react-router";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { useLiveData } from "../../../data/use-live-data.ts";
import { useSend } from "../../../data/use-send.ts";
import { NotificationBanner } from "../../../ui/banners.tsx";
import { Button } from "../../../ui/button.tsx";
import { DateInput } from "../../../ui/date-input.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { joinDate, splitDate } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { ReviewDateMutation, WatchMutation, WatchQuery } from "./queries.ts";

type Watched = NonNullable<ResultOf<typeof WatchQuery>["assessment"]>;
type Cited = Watched["evidence"][number];

interface FormProps {
  reference: string;
  onErrors: (errors: readonly FieldError[]) => void;
  onDone: (news: string) => void;
}

const DATE = "review-date";

const ReviewDateForm = ({
  reviewDueOn,
  reference,
  onErrors,
  onDone,
}: FormProps & Pick<Watched, "reviewDueOn">) => {
  const client = useClient();
  const [day, setDay] = useState(() => splitDate(reviewDueOn));
  const { send, busy, errorFor, setErrors } = useSend((path) => (path === "on" ? DATE : null), onErrors);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { date: on, problem } = joinDate(day);
    if (problem !== null) {
      setErrors([{ field: DATE, message: problem }]);
      return;
    }
    await send(
      async (idempotencyKey) => {
        const input = { reference, on, basedOn: reviewDueOn, idempotencyKey };
        const { data, error } = await client.mutation(ReviewDateMutation, { input }).toPromise();
        return outcomeOf(data?.setReviewDate, error);
      },
      () => onDone(on === null ? "It has no day of review any more" : "The day of its review is set"),
    );
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2 className="govuk-heading-m">When it is to be reviewed</h2>
      <DateInput
        id={DATE}
        legend="Day of its review"
        legendSize="s"
        hint="It is then due for review, and you and the chair are told. Leave it empty for no day."
        error={errorFor(DATE)}
        value={day}
        onChange={setDay}
      />
      <Button variant="secondary" busy={busy}>
        Save the day
      </Button>
    </form>
  );
};

const FigureForm = ({ cited, reference, onErrors, onDone }: FormProps & { cited: Cited }) => {
  const client = useClient();
  const [bounds, setBounds] = useState({ above: cited.watch?.above ?? "", below: cited.watch?.below ?? "" });
  const idOf = (side: string) => `${side}-${cited.id}`;
  const { send, busy, errorFor } = useSend(
    (path) => (path === "above" || path === "below" ? idOf(path) : null),
    onErrors,
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await send(
      async (idempotencyKey) => {
        const input = {
          reference,
          evidence: cited.id,
          above: bounds.above.trim() || null,
          below: bounds.below.trim() || null,
          basedOnVersion: cited.watch?.version ?? 0,
          idempotencyKey,
        };
        const { data, error } = await client.mutation(WatchMutation, { input }).toPromise();
        return outcomeOf(data?.watchEvidence, error);
      },
      () => onDone(`Saved what is watched of ${cited.pinned.title}`),
    );
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="govuk-!-margin-bottom-6">
      <h3 className="govuk-heading-s">
        {cited.pinned.title}: {cited.pinned.display} when cited
      </h3>
      {(["above", "below"] as const).map((side) => (
        <TextInput
          key={side}
          id={idOf(side)}
          label={
            <>
              Tell us when it is {side}
              <span className="govuk-visually-hidden">: {cited.pinned.title}</span>
            </>
          }
          width="10"
          error={errorFor(idOf(side))}
          value={bounds[side]}
          onChange={(value) => setBounds({ ...bounds, [side]: value })}
        />
      ))}
      <Button variant="secondary" busy={busy}>
        Save<span className="govuk-visually-hidden"> what is watched of {cited.pinned.title}</span>
      </Button>
    </form>
  );
};

/** When an assessment is to be looked at again, and past which figures: beside what is signed, so also after sign-off. */
export const WatchPage = () => {
  const { reference = "" } = useParams();
  const { assessment } = useLiveData(WatchQuery, { reference });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [news, setNews] = useState<string | null>(null);
  if (!assessment?.canWatch) return <MissingAssessment />;
  const figures = assessment.evidence.filter(({ kind }) => kind === "OBSERVATION");
  const form: FormProps = {
    reference,
    onErrors: (found) => {
      setErrors(found);
      if (found.length > 0) setNews(null);
    },
    onDone: setNews,
  };
  return (
    <Page
      title="When it is reviewed, and what is watched"
      caption={assessment.title}
      errors={errors}
      crumbs={[{ to: `/assessments/${reference}`, words: reference }]}
      banner={
        news ? (
          <NotificationBanner success>
            <p className="govuk-notification-banner__heading">{news}</p>
          </NotificationBanner>
        ) : null
      }
    >
      <p className="govuk-body">
        None of this is part of what is signed, so it can be set after sign-off too. It goes on record.
      </p>
      <ReviewDateForm {...form} reviewDueOn={assessment.reviewDueOn} />
      <h2 className="govuk-heading-m">Figures that it cites</h2>
      <p className="govuk-body">
        Once the assessment is signed, it becomes due for review when a figure is rated worse, taken back,
        defined otherwise or published. A revised figure does so too; where you set bounds here, only past
        them, and then later figures of its series count as well.
      </p>
      {figures.length === 0 ? <p className="govuk-body">It cites no figure.</p> : null}
      {figures.map((cited) => (
        <FigureForm key={cited.id} {...form} cited={cited} />
      ))}
    </Page>
  );
};
