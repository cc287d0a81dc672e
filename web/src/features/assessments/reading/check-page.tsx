import { useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { WarningText } from "../../../ui/banners.tsx";
import { ButtonLink } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { questionPlaces } from "../comments/question-places.ts";
import { TalksProvider } from "../comments/talks-context.tsx";
import { TalksPanel } from "../comments/talks-panel.tsx";
import { DecisionFacts } from "../deciding/decision-facts.tsx";
import { Signatures } from "../deciding/signatures.tsx";
import { KeptLink } from "../kept/kept-link.tsx";
import { SigningQuery } from "../queries.ts";
import type { Signing } from "../types.ts";
import { AssessmentDownloads } from "./assessment-downloads.tsx";
import { ContentView } from "./content-view.tsx";
import { Findings } from "./findings.tsx";
import { StatusLine } from "./status-line.tsx";

/** Says what comes next for whoever drafts: signing, or why it can't be signed yet. */
const Next = ({ assessment }: { assessment: Signing }) => {
  if (assessment.availableActions.includes("SUBMIT")) {
    return (
      <ButtonLink to={`/assessments/${assessment.reference}/sign`}>Continue to sign and submit</ButtonLink>
    );
  }
  const submit = assessment.unavailableActions.find(({ action }) => action === "SUBMIT");
  return submit ? <WarningText>You can&rsquo;t submit this yet. {submit.because}.</WarningText> : null;
};

/** What the checker found, for those who may see it: whoever drafts hears too that there is nothing. */
const Checked = ({ assessment, editable }: { assessment: Signing; editable: boolean }) =>
  assessment.findings.length > 0 || editable ? (
    <>
      <h2 className="govuk-heading-m">What the checker found</h2>
      <Findings findings={assessment.findings} form={editable ? assessment : null} />
    </>
  ) : null;

/** Everything as it will be signed. For those who may only read, the assessment as it stands. */
export const CheckPage = () => {
  const { reference = "" } = useParams();
  const { assessment } = useLiveData(SigningQuery, { reference });
  if (!assessment) return null;
  const editable = assessment.availableActions.includes("EDIT");
  return (
    <Page
      title={editable ? "Check your answers" : "Read the assessment"}
      caption={assessment.title}
      crumbs={[
        { to: "/assessments", words: "Assessments" },
        { to: `/assessments/${reference}`, words: reference },
      ]}
    >
      <StatusLine assessment={assessment} />
      <AssessmentDownloads reference={reference} withFindings={assessment.findings.length > 0} />
      <Checked assessment={assessment} editable={editable} />
      <h2 className="govuk-heading-m">{editable ? "What will be signed" : "What it says"}</h2>
      <DecisionFacts assessment={assessment} />
      <TalksProvider reference={reference}>
        <ContentView
          content={assessment}
          editable={editable}
          under={(question) => <TalksPanel places={questionPlaces(question)} readOnly />}
        />
      </TalksProvider>
      <KeptLink assessment={assessment} />
      <Signatures signatures={assessment.signatures} />
      <Next assessment={assessment} />
    </Page>
  );
};
