import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { WarningText } from "../../../ui/banners.tsx";
import { Page } from "../../../ui/page.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { SigningQuery } from "../queries.ts";
import { ContentView } from "../reading/content-view.tsx";
import { Findings } from "../reading/findings.tsx";
import type { Signer, Signing } from "../types.ts";
import { DecisionFacts } from "./decision-facts.tsx";
import { checkReason, REASON_FIELD, ReasonForm } from "./reason-form.tsx";
import { BackFromSignIn, CONFIRM_FIELD, SignForm } from "./sign-form.tsx";
import { Signatures } from "./signatures.tsx";
import { type SigningState, useSigning } from "./use-signing.ts";
import { useTransition } from "./use-transition.ts";

const UNCONFIRMED = {
  field: CONFIRM_FIELD,
  message: "Tick the box to confirm that you have read what you sign",
};

type Decision = "SIGN_OFF" | "REQUEST_CHANGES";

const DECISIONS: Record<Decision, string> = {
  SIGN_OFF: "Sign it off",
  REQUEST_CHANGES: "Ask for changes",
};

const offered = ({ availableActions }: Signing): Decision[] =>
  (["SIGN_OFF", "REQUEST_CHANGES"] as const).filter((action) => availableActions.includes(action));

interface DecideProps {
  assessment: Signing;
  signing: SigningState;
  transition: ReturnType<typeof useTransition>;
}

/** Whoever comes back from signing in had chosen to sign. */
const firstDecision = (choices: readonly Decision[], { isBack }: SigningState): Decision | null => {
  if (choices.length === 1) return choices[0] ?? null;
  return isBack && choices.includes("SIGN_OFF") ? "SIGN_OFF" : null;
};

const Decide = ({ assessment, signing, transition }: DecideProps) => {
  const choices = offered(assessment);
  const [decision, setDecision] = useState(() => firstDecision(choices, signing));
  const { take, busy, errors, setErrors, remedy } = transition;
  const errorFor = (field: string) => errors.find((error) => error.field === field)?.message;
  const sign = () => {
    if (!signing.confirmed) return setErrors([UNCONFIRMED]);
    setErrors([]);
    void take({
      action: "SIGN_OFF",
      displayedHash: assessment.contentHash,
      statement: assessment.signingStatement,
    });
  };
  const ask = (reason: string) => {
    const problem = checkReason(reason, "Enter what should be changed and why");
    setErrors(problem ? [problem] : []);
    if (!problem) void take({ action: "REQUEST_CHANGES", displayedHash: assessment.contentHash, reason });
  };
  return (
    <>
      <h2 className="govuk-heading-m">Your decision</h2>
      {choices.length > 1 ? (
        <Radios
          id="decision"
          legend="What do you want to do?"
          legendSize="s"
          options={choices.map((choice) => ({ value: choice, label: DECISIONS[choice] }))}
          value={decision}
          onChange={(value) => {
            setErrors([]);
            setDecision(value as Decision);
          }}
        />
      ) : null}
      {decision === "SIGN_OFF" ? (
        <SignForm
          assessment={assessment}
          signing={signing}
          button="Sign off"
          busy={busy}
          stale={remedy === "SIGN_IN_AGAIN"}
          error={errorFor(CONFIRM_FIELD)}
          onSign={sign}
        />
      ) : null}
      {decision === "REQUEST_CHANGES" ? (
        <ReasonForm
          label="What should be changed, and why?"
          hint="The lead officer and everybody who signed will read this."
          button="Ask for changes"
          variant="secondary"
          busy={busy}
          error={errorFor(REASON_FIELD)}
          onSubmit={ask}
        />
      ) : null}
    </>
  );
};

const ReviewView = ({ assessment, viewer }: { assessment: Signing; viewer: Signer }) => {
  const navigate = useNavigate();
  const { reference } = assessment;
  const signing = useSigning(assessment, viewer);
  const transition = useTransition(reference, () => {
    signing.done();
    void navigate(`/assessments/${reference}/receipt`);
  });
  return (
    <Page
      title="Review and decide"
      caption={assessment.title}
      errors={transition.errors}
      banner={<BackFromSignIn signing={signing} />}
      crumbs={[{ to: `/assessments/${reference}`, words: reference }]}
    >
      <DecisionFacts assessment={assessment} />
      <Signatures signatures={assessment.signatures} />
      <h2 className="govuk-heading-m">What the checker found</h2>
      <Findings findings={assessment.findings} form={null} />
      <ContentView content={assessment} editable={false} />
      <Decide assessment={assessment} signing={signing} transition={transition} />
    </Page>
  );
};

/** The chair's page: all that is decided on, then the decision. */
export const ReviewPage = () => {
  const { reference = "" } = useParams();
  const { assessment, viewer } = useLiveData(SigningQuery, { reference });
  if (!assessment) return <MissingAssessment />;
  if (offered(assessment).length > 0) return <ReviewView assessment={assessment} viewer={viewer} />;
  const why = assessment.unavailableActions.find(
    ({ action }) => action === "SIGN_OFF" || action === "REQUEST_CHANGES",
  )?.because;
  return (
    <Page
      title="Review and decide"
      caption={assessment.title}
      crumbs={[{ to: `/assessments/${reference}`, words: reference }]}
    >
      <WarningText>{why ?? "There is nothing for you to decide here now."}</WarningText>
    </Page>
  );
};
