import { useNavigate, useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { WarningText } from "../../../ui/banners.tsx";
import { Page } from "../../../ui/page.tsx";
import { withoutOrigins } from "../learning/origin-note.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { SigningQuery } from "../queries.ts";
import { ContentView } from "../reading/content-view.tsx";
import { Findings } from "../reading/findings.tsx";
import type { Signer, Signing } from "../types.ts";
import { DecisionFacts } from "./decision-facts.tsx";
import { BackFromSignIn, CONFIRM_FIELD, SignForm } from "./sign-form.tsx";
import { useSigning } from "./use-signing.ts";
import { useTransition } from "./use-transition.ts";

const UNCONFIRMED = {
  field: CONFIRM_FIELD,
  message: "Tick the box to confirm that you have read what you sign",
};

interface SignViewProps {
  assessment: Signing;
  viewer: Signer;
}

const SignView = ({ assessment, viewer }: SignViewProps) => {
  const navigate = useNavigate();
  const { reference, contentHash, signingStatement } = assessment;
  const signing = useSigning(assessment, viewer);
  const done = () => {
    signing.done();
    void navigate(`/assessments/${reference}/receipt`);
  };
  const { take, busy, errors, setErrors, remedy } = useTransition(reference, done, assessment);
  const sign = () => {
    if (!signing.confirmed) return setErrors([UNCONFIRMED]);
    setErrors([]);
    void take({ action: "SUBMIT", displayedHash: contentHash, statement: signingStatement });
  };
  return (
    <Page
      title="Sign and submit"
      caption={assessment.title}
      errors={errors}
      banner={<BackFromSignIn signing={signing} />}
      crumbs={[
        { to: `/assessments/${reference}`, words: reference },
        { to: `/assessments/${reference}/check`, words: "Check your answers" },
      ]}
    >
      <p className="govuk-body">
        After you sign, the assessment goes to the Departmental Equalities Group. You can&rsquo;t change it
        unless they ask you to.
      </p>
      <DecisionFacts assessment={assessment} />
      {assessment.findings.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">What the checker found</h2>
          <Findings findings={assessment.findings} form={assessment} />
        </>
      ) : null}
      <ContentView content={withoutOrigins(assessment)} editable={false} />
      <h2 className="govuk-heading-m">Your signature</h2>
      <SignForm
        assessment={assessment}
        signing={signing}
        button="Sign and submit"
        busy={busy}
        stale={remedy === "SIGN_IN_AGAIN"}
        error={errors.includes(UNCONFIRMED) ? UNCONFIRMED.message : undefined}
        onSign={sign}
      />
    </Page>
  );
};

/** The lead officer's signature, given with the submission. */
export const SignPage = () => {
  const { reference = "" } = useParams();
  const { assessment, viewer } = useLiveData(SigningQuery, { reference });
  if (!assessment) return <MissingAssessment />;
  if (assessment.availableActions.includes("SUBMIT"))
    return <SignView assessment={assessment} viewer={viewer} />;
  const why = assessment.unavailableActions.find(({ action }) => action === "SUBMIT")?.because;
  return (
    <Page
      title="Sign and submit"
      caption={assessment.title}
      crumbs={[{ to: `/assessments/${reference}`, words: reference }]}
    >
      <WarningText>{why ?? "There is nothing for you to sign here now."}</WarningText>
    </Page>
  );
};
