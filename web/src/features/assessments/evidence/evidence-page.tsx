import { useState } from "react";
import { useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { Page } from "../../../ui/page.tsx";
import { DraftContext } from "../drafting/draft-context.ts";
import { PageErrors } from "../drafting/page-errors-provider.tsx";
import { LiveDraft } from "../live/live-draft.tsx";
import { PresenceLine } from "../live/presence-line.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { DraftQuery } from "../queries.ts";
import { addressOfPlace } from "../reading/place-address.ts";
import type { Content } from "../types.ts";
import { WHOLE_PLACE } from "./citable-place.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { EvidencePanel } from "./evidence-panel.tsx";
import { countPieces } from "./evidence-words.ts";

/** The places for which something is cited, in the order of the form; the whole has a place of its own. */
const placesOf = ({ form, evidence }: Content): string[] => {
  const cited = new Set(evidence.map(({ place }) => place));
  const known = form.flatMap(({ questions }) =>
    questions.flatMap(({ key, parts }) => [key, ...parts.map((part) => `${key}.${part.key}`)]),
  );
  const ordered = known.filter((place) => cited.has(place));
  const others = [...cited].filter((place) => !known.includes(place) && place !== WHOLE_PLACE.place);
  return [...ordered, ...others.toSorted()];
};

const ForPlace = ({ content, place, editable }: { content: Content; place: string; editable: boolean }) => {
  const found = addressOfPlace(content, place);
  const label = found?.label ?? place;
  return (
    <section>
      <h3 className="govuk-heading-s">
        {found && editable ? <AppLink to={found.to}>For {label}</AppLink> : `For ${label}`}
      </h3>
      <EvidenceList
        evidence={content.evidence.filter((each) => each.place === place)}
        label={`Cited for ${label}`}
      />
    </section>
  );
};

const View = ({ content, editable }: { content: Content; editable: boolean }) => {
  const { reference, evidence } = content;
  const [hasErrors, setHasErrors] = useState(false);
  const whole = evidence.filter(({ place }) => place === WHOLE_PLACE.place);
  const places = placesOf(content);
  return (
    <PageErrors onChange={setHasErrors}>
      <Page
        title="Evidence"
        caption={content.title}
        quietErrors={hasErrors}
        crumbs={[
          { to: "/assessments", words: "Assessments" },
          { to: `/assessments/${reference}`, words: reference },
        ]}
      >
        {editable ? <PresenceLine /> : null}
        <p className="govuk-body">
          {evidence.length === 0
            ? "Nothing is cited yet. "
            : `${countPieces(evidence.length)}, each as it stood when it was cited. `}
          {editable
            ? "Evidence for a question is cited on its page; here, for the assessment as a whole."
            : ""}
        </p>
        {places.length > 0 ? <h2 className="govuk-heading-m">By question</h2> : null}
        {places.map((place) => (
          <ForPlace key={place} content={content} place={place} editable={editable} />
        ))}
        {editable ? (
          <EvidencePanel places={[WHOLE_PLACE]} title={WHOLE_PLACE.label} />
        ) : whole.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">{WHOLE_PLACE.label}</h2>
            <EvidenceList evidence={whole} label="Cited for the assessment as a whole" />
          </>
        ) : null}
        <p className="govuk-body">
          <AppLink to={`/assessments/${reference}`}>Back to the assessment</AppLink>
        </p>
      </Page>
    </PageErrors>
  );
};

/** All that is cited in an assessment; for whoever writes it, the place to cite something for the whole. */
export const EvidencePage = () => {
  const { reference = "" } = useParams();
  const { assessment: content, viewer } = useLiveData(DraftQuery, { reference });
  if (!content) return <MissingAssessment />;
  const person = viewer?.user.id ?? "";
  const editable = content.availableActions.includes("EDIT");
  const view = <View content={content} editable={editable} />;
  return editable ? (
    <DraftContext value={{ content, person }}>
      <LiveDraft content={content} person={person}>
        {view}
      </LiveDraft>
    </DraftContext>
  ) : (
    view
  );
};
