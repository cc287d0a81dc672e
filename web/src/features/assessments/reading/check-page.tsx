import { useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { WarningText } from "../../../ui/banners.tsx";
import { ButtonLink } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { questionPlaces } from "../comments/question-places.ts";
import { TalksProvider } from "../comments/talks-context.tsx";
import { TalksPanel } from "../comments/talks-panel.tsx";
import { SigningQuery } from "../queries.ts";
import type { Signing } from "../types.ts";
import { ContentView } from "./content-view.tsx";
import { Findings } from "./findings.tsx";
import { addressOfPlace } from "./place-address.ts";

const Blockers = ({ assessment, editable }: { assessment: Signing; editable: boolean }) =>
  assessment.blockers.length === 0 ? null : (
    <section aria-labelledby="blockers">
      <h2 className="govuk-heading-m" id="blockers">
        Before it can be submitted
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {assessment.blockers.map(({ path, message }) => {
          const place = editable ? addressOfPlace(assessment, path) : null;
          return (
            <li key={`${path} ${message}`}>{place ? <AppLink to={place.to}>{message}</AppLink> : message}</li>
          );
        })}
      </ul>
    </section>
  );

/** What blocks is listed by itself, with what to answer; here stands the rest. */
const advice = (findings: Signing["findings"]) => findings.filter(({ weight }) => weight !== "BLOCKS");

/** Says what comes next for whoever drafts: signing, or why it can't be signed yet. */
const Next = ({ assessment }: { assessment: Signing }) => {
  if (assessment.availableActions.includes("SUBMIT")) {
    return (
      <ButtonLink to={`/assessments/${assessment.reference}/sign`}>Continue to sign and submit</ButtonLink>
    );
  }
  const submit = assessment.unavailableActions.find(({ action }) => action === "SUBMIT");
  return submit ? <WarningText>You can&rsquo;t submit this yet. {submit.because}</WarningText> : null;
};

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
      <Blockers assessment={assessment} editable={editable} />
      <h2 className="govuk-heading-m">What the checker found</h2>
      <Findings
        findings={editable ? advice(assessment.findings) : assessment.findings}
        form={editable ? assessment : null}
      />
      <TalksProvider reference={reference}>
        <ContentView
          content={assessment}
          editable={editable}
          under={(question) => <TalksPanel places={questionPlaces(question)} readOnly />}
        />
      </TalksProvider>
      <Next assessment={assessment} />
    </Page>
  );
};
