import { useNavigate, useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { WarningText } from "../../../ui/banners.tsx";
import { Page } from "../../../ui/page.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { SigningQuery } from "../queries.ts";
import { ContentView } from "../reading/content-view.tsx";
import { Findings } from "../reading/findings.tsx";
import type { Signing } from "../types.ts";
import { DecisionFacts } from "./decision-facts.tsx";
import { CONFIRM_FIELD, SignForm } from "./sign-form.tsx";
import { useTransition } from "./use-transition.ts";

const UNCONFIRMED = {
  field: CONFIRM_FIELD,
  message: "Tick the box to confirm that you have read what you sign",
};

const SignView = ({ assessment }: { assessment: Signing }) => {
  const navigate = useNavigate();
  const { reference, contentHash, signingStatement } = assessment;
  const { take, busy, errors, setErrors } = useTransition(
    reference,
    () => void navigate(`/assessments/${reference}/receipt`),
  );
  const sign = (confirmed: boolean) => {
    if (!confirmed) return setErrors([UNCONFIRMED]);
    setErrors([]);
    void take({ action: "SUBMIT", displayedHash: contentHash, statement: signingStatement });
  };
  return (
    <Page
      title="Sign and submit"
      caption={assessment.title}
      errors={errors}
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
      <ContentView content={assessment} editable={false} />
      <h2 className="govuk-heading-m">Your signature</h2>
      <SignForm
        statement={signingStatement ?? ""}
        contentHash={contentHash}
        button="Sign and submit"
        busy={busy}
        error={errors.includes(UNCONFIRMED) ? UNCONFIRMED.message : undefined}
        onSign={sign}
      />
    </Page>
  );
};

/** The lead officer's signature, given with the submission. */
export const SignPage = () => {
  const { reference = "" } = useParams();
  const { assessment } = useLiveData(SigningQuery, { reference });
  if (!assessment) return <MissingAssessment />;
  if (assessment.availableActions.includes("SUBMIT")) return <SignView assessment={assessment} />;
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
