import { type ReactNode, useCallback, useRef, useState } from "react";
import { useClient } from "urql";
import { Details } from "../../../ui/details.tsx";
import { useDraft } from "../drafting/draft-context.ts";
import { useDraftPlace } from "../drafting/draft-place.ts";
import { EvidenceNewsLine } from "../live/evidence-news.tsx";
import { DraftQuery } from "../queries.ts";
import { type CitablePlace, citedFor, withParts } from "./citable-place.ts";
import { CitationCard } from "./citation-card.tsx";
import { isLinking, LinkForm } from "./link-form.tsx";
import { isCiting, SearchEvidence } from "./search/search-evidence.tsx";
import { FileAllowanceQuery } from "./uploads/queries.ts";
import { UploadForm } from "./uploads/upload-form.tsx";
import { UploadList } from "./uploads/upload-list.tsx";
import type { UploadDone } from "./uploads/upload-store.ts";
import { useUploads } from "./uploads/use-uploads.ts";
import { useQuarantine } from "./use-quarantine.ts";

interface SectionProps {
  summary: string;
  /** True where something of an earlier visit waits in it. */
  begun: boolean;
  children: ReactNode;
}

/** Folded away until somebody wants it; what it asks the server is asked then. */
const Section = ({ summary, begun, children }: SectionProps) => {
  const [wasOpened, setWasOpened] = useState(begun);
  return (
    <Details
      summary={summary}
      open={begun ? true : undefined}
      onToggle={(open) => {
        if (open) setWasOpened(true);
      }}
    >
      {wasOpened ? children : null}
    </Details>
  );
};

const TITLE = "evidence-title";

const doneWords = ({ name, state }: UploadDone): string =>
  state === "QUARANTINED"
    ? `Uploaded: ${name}. It waits for the virus scanner`
    : `Uploaded and cited: ${name}`;

interface PanelProps {
  places: readonly CitablePlace[];
  /** Default: “Evidence”. */
  title?: string | undefined;
}

const Panel = ({ places, title = "Evidence" }: PanelProps) => {
  const client = useClient();
  const { content, person } = useDraft();
  const { reference, form, evidence } = content;
  const [news, setNews] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const onDone = useCallback(
    (done: UploadDone) => {
      setNews(doneWords(done));
      // It went another way than mutations do, so the pages have to be told.
      for (const query of [DraftQuery, FileAllowanceQuery] as const)
        void client.query(query, { reference }, { requestPolicy: "network-only" }).toPromise();
    },
    [client, reference],
  );
  const { store, uploads } = useUploads(reference, person, onDone);
  useQuarantine(reference, evidence);
  const all = withParts(form, places);
  const labels = new Map(all.map((each) => [each.place, each.label]));
  const cited = places.map((place) => ({ ...place, evidence: citedFor(evidence, place.place) }));
  const isEmpty = cited.every((each) => each.evidence.length === 0);
  /** `lost`: what had the focus is gone. */
  const say = (words: string, lost = false) => {
    setNews(words);
    if (lost) heading.current?.focus();
  };
  const onCited = (what: string) => say(`Cited: ${what}`);
  return (
    <section className="app-evidence" aria-labelledby={TITLE}>
      <h2 className="govuk-heading-m" id={TITLE} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <EvidenceNewsLine places={places.map(({ place }) => place)} />
      {isEmpty ? <p className="govuk-body">Nothing is cited here yet.</p> : null}
      {cited.map((each) =>
        each.evidence.length > 0 ? (
          <div key={each.place}>
            {places.length > 1 ? <h3 className="govuk-heading-s">{each.label}</h3> : null}
            <ul className="app-results" aria-label={`Cited for ${labels.get(each.place) ?? each.label}`}>
              {each.evidence.map((one) => (
                <CitationCard key={one.id} evidence={one} onNews={say} />
              ))}
            </ul>
          </div>
        ) : null,
      )}
      <UploadList uploads={uploads} store={store} />
      <p className="govuk-body" role="status">
        {news}
      </p>
      <Section summary="Find a figure or part of a plan to cite" begun={isCiting(person, reference, places)}>
        <SearchEvidence places={all} onCited={(what) => say(`Cited: ${what}`, true)} />
      </Section>
      <Section summary="Add a web page" begun={isLinking(person, reference, places)}>
        <LinkForm places={all} onCited={onCited} />
      </Section>
      <Section summary="Upload files" begun={false}>
        <UploadForm places={all} store={store} />
      </Section>
    </section>
  );
};

/** What is cited for these places, and the ways to cite more. A citation keeps what it is of as it is known now. */
export const EvidencePanel = (props: PanelProps) => {
  const { content } = useDraft();
  return useDraftPlace(content.reference).isTryOut ? (
    <section className="app-evidence" aria-labelledby={TITLE}>
      <h2 className="govuk-heading-m" id={TITLE}>
        {props.title ?? "Evidence"}
      </h2>
      <p className="govuk-body">
        In an assessment, figures, parts of plans, web pages and files are cited here. While you try the form
        out there is nothing to cite them for.
      </p>
    </section>
  ) : (
    <Panel {...props} />
  );
};
