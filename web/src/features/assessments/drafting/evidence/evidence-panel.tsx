import { useState } from "react";
import { useClient } from "urql";
import { explain, outcomeOf } from "../../../../data/outcome.ts";
import { LinkButton } from "../../../../ui/button.tsx";
import { Details } from "../../../../ui/details.tsx";
import { UnlinkEvidenceMutation } from "../../mutations.ts";
import type { Evidence } from "../../types.ts";
import { useDraft } from "../draft-context.ts";
import type { CitablePlace } from "./citable-place.ts";
import { CitationBody } from "./citation-body.tsx";
import { CiteFigure } from "./cite-figure.tsx";

const isFor =
  ({ place }: CitablePlace) =>
  (evidence: Evidence) =>
    evidence.place === place || evidence.place.startsWith(`${place}.`);

interface ListProps {
  evidence: readonly Evidence[];
  onRemove: (evidence: Evidence) => void;
}

const CitedList = ({ evidence, onRemove }: ListProps) => (
  <ul className="app-results">
    {evidence.map((each) => (
      <li className="app-results__item" key={each.id}>
        <CitationBody evidence={each} />
        <LinkButton onClick={() => onRemove(each)} hiddenText={each.pinned.title}>
          Remove
        </LinkButton>
      </li>
    ))}
  </ul>
);

/** What is cited for these questions, and the way to cite more. A citation keeps the figure as it is known now. */
export const EvidencePanel = ({ places }: { places: readonly CitablePlace[] }) => {
  const client = useClient();
  const { content } = useDraft();
  const [news, setNews] = useState("");
  const cited = places.map((place) => ({ ...place, evidence: content.evidence.filter(isFor(place)) }));
  const count = cited.reduce((sum, { evidence }) => sum + evidence.length, 0);
  const remove = async (evidence: Evidence) => {
    const { reference } = content;
    const { data, error } = await client
      .mutation(UnlinkEvidenceMutation, { input: { reference, evidence: evidence.id } })
      .toPromise();
    const outcome = outcomeOf(data?.unlinkEvidence, error);
    setNews(outcome.kind === "DONE" ? `Removed: ${evidence.pinned.title}` : explain(outcome));
  };
  return (
    <section className="app-evidence" aria-labelledby="evidence-title">
      <h2 className="govuk-heading-m" id="evidence-title">
        Evidence
      </h2>
      {count === 0 ? <p className="govuk-body">Nothing is cited here yet.</p> : null}
      {cited.map(({ place, label, evidence }) =>
        evidence.length > 0 ? (
          <div key={place}>
            {places.length > 1 ? <h3 className="govuk-heading-s">{label}</h3> : null}
            <CitedList evidence={evidence} onRemove={remove} />
          </div>
        ) : null,
      )}
      <p className="govuk-body" role="status">
        {news}
      </p>
      <Details summary="Find a figure to cite">
        <CiteFigure places={places} onCited={(title) => setNews(`Cited: ${title}`)} />
      </Details>
    </section>
  );
};
