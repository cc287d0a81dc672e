import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useQuery } from "urql";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { InsetText, WarningText } from "../../../ui/banners.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { formatInstant } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { questionPlaces, WHOLE } from "../comments/question-places.ts";
import { TalksProvider } from "../comments/talks-context.tsx";
import { TalksPanel } from "../comments/talks-panel.tsx";
import { DecisionFacts } from "../deciding/decision-facts.tsx";
import { BackFromSignIn } from "../deciding/sign-form.tsx";
import { Signatures } from "../deciding/signatures.tsx";
import { useSigning } from "../deciding/use-signing.ts";
import { useTransition } from "../deciding/use-transition.ts";
import { MissingAssessment } from "../missing-assessment.tsx";
import { SigningQuery } from "../queries.ts";
import { ContentView } from "../reading/content-view.tsx";
import { Findings } from "../reading/findings.tsx";
import type { Signer, Signing } from "../types.ts";
import { Decide, decisionsOffered } from "./decide.tsx";
import { ReviewQuery } from "./queries.ts";
import { RecommendForm } from "./recommend-form.tsx";
import { type Recommendation, Recommendations } from "./recommendations.tsx";

const NO_RECOMMENDATIONS: readonly Recommendation[] = [];

const useReview = (reference: string) => {
  const [{ data }] = useQuery({ query: ReviewQuery, variables: { reference } });
  return {
    recommendations: data?.assessment?.recommendations ?? NO_RECOMMENDATIONS,
    deputy: data?.assessment?.deputy ?? null,
    changes: data?.assessment?.changes ?? null,
  };
};

type Review = ReturnType<typeof useReview>;

const ChangedSince = ({ reference, changes }: { reference: string; changes: Review["changes"] }) =>
  changes === null ? null : (
    <InsetText>
      <h2 className="govuk-heading-s">Revision {changes.to}</h2>
      <p className="govuk-body">
        {changes.questions.length === 0
          ? `It says the same as revision ${changes.from}.`
          : `${changes.questions.length === 1 ? "One question says" : `${changes.questions.length} questions say`} something else than in revision ${changes.from}.`}{" "}
        <AppLink to={`/assessments/${reference}/changes?from=${changes.from}&to=${changes.to}`}>
          See what changed, word by word
        </AppLink>
      </p>
    </InsetText>
  );

const DeputyNote = ({ deputy }: { deputy: Review["deputy"] }) =>
  deputy === null ? null : (
    <InsetText>
      <p className="govuk-body">
        {deputy.deputy.name} chairs the review of this assessment. {deputy.namedBy.name} handed it over,{" "}
        {formatInstant(deputy.namedAt)}: {deputy.reason}
      </p>
    </InsetText>
  );

const titleOf = (assessment: Signing): string => {
  if (decisionsOffered(assessment).length > 0) return "Review and decide";
  return assessment.availableActions.includes("RECOMMEND") ? "Review and recommend" : "Review";
};

const ReviewView = ({ assessment, viewer }: { assessment: Signing; viewer: Signer }) => {
  const navigate = useNavigate();
  const { reference, revision, availableActions } = assessment;
  const person = viewer?.user.id ?? "";
  const review = useReview(reference);
  const signing = useSigning(assessment, viewer);
  const transition = useTransition(reference, () => {
    signing.done();
    void navigate(`/assessments/${reference}/receipt`);
  });
  const [recommendErrors, setRecommendErrors] = useState<readonly FieldError[]>([]);
  const own = review.recommendations.find((each) => each.by.id === person && each.revision === revision);
  const decides = decisionsOffered(assessment).length > 0;
  return (
    <Page
      title={titleOf(assessment)}
      caption={assessment.title}
      errors={transition.errors.length > 0 ? transition.errors : recommendErrors}
      banner={<BackFromSignIn signing={signing} />}
      crumbs={[{ to: `/assessments/${reference}`, words: reference }]}
    >
      <DeputyNote deputy={review.deputy} />
      <ChangedSince reference={reference} changes={review.changes} />
      <DecisionFacts assessment={assessment} />
      <Signatures signatures={assessment.signatures} />
      <Recommendations recommendations={review.recommendations} revision={revision} />
      <h2 className="govuk-heading-m">What the checker found</h2>
      <Findings findings={assessment.findings} form={null} />
      <ContentView
        content={assessment}
        editable={false}
        under={(question) => <TalksPanel places={questionPlaces(question)} />}
      />
      <h2 className="govuk-heading-m">The assessment as a whole</h2>
      <TalksPanel places={[WHOLE]} />
      {availableActions.includes("RECOMMEND") && !decides ? (
        <RecommendForm assessment={assessment} person={person} own={own} onErrors={setRecommendErrors} />
      ) : null}
      {decides ? (
        <Decide assessment={assessment} person={person} signing={signing} transition={transition} />
      ) : null}
    </Page>
  );
};

const REVIEWING = ["COMMENT", "RECOMMEND", "SIGN_OFF", "REQUEST_CHANGES"] as const;

const isReviewing = ({ status, availableActions }: Signing): boolean =>
  status === "IN_REVIEW" && REVIEWING.some((action) => availableActions.includes(action));

/** The group's page: all that is decided on, with what is said about it, then the recommendation or the decision. */
export const ReviewPage = () => {
  const { reference = "" } = useParams();
  const { assessment, viewer } = useLiveData(SigningQuery, { reference });
  if (!assessment) return <MissingAssessment />;
  if (isReviewing(assessment)) {
    return (
      <TalksProvider reference={reference}>
        <ReviewView assessment={assessment} viewer={viewer} />
      </TalksProvider>
    );
  }
  const why = assessment.unavailableActions.find(({ action }) =>
    REVIEWING.some((each) => each === action),
  )?.because;
  return (
    <Page
      title="Review"
      caption={assessment.title}
      crumbs={[{ to: `/assessments/${reference}`, words: reference }]}
    >
      <WarningText>{why ?? "There is nothing for you to decide here now."}</WarningText>
      {assessment.availableActions.includes("HAND_OVER_REVIEW") ? (
        <p className="govuk-body">
          <AppLink to={`/assessments/${reference}/hand-over-review`}>
            Hand the review over to a deputy
          </AppLink>
        </p>
      ) : null}
      <p className="govuk-body">
        <AppLink to={`/assessments/${reference}/check`}>Read the assessment</AppLink>
      </p>
    </Page>
  );
};
