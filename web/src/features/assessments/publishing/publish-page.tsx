import { useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { InsetText } from "../../../ui/banners.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Page } from "../../../ui/page.tsx";
import { useTransition } from "../deciding/use-transition.ts";
import { MissingAssessment } from "../missing-assessment.tsx";
import { ApproveForm } from "./approve-form.tsx";
import { DecidedList } from "./decided-list.tsx";
import { HitForm } from "./hit-form.tsx";
import { PrepareForm } from "./prepare-form.tsx";
import { PreparedCopy } from "./prepared-copy.tsx";
import { PublishQuery } from "./queries.ts";
import type { Hit, Publication, Publishing } from "./types.ts";

/** The passage in the address, which is being decided anew; else the first without a decision. */
const hitToShow = ({ hits }: Publication, wanted: string | null): Hit | null =>
  hits.find(({ id }) => id === wanted) ?? hits.find(({ decision }) => decision === null) ?? null;

const progress = ({ hits, openHits }: Publication): string => {
  if (hits.length === 0) return "Nothing was found that may identify somebody.";
  return `${hits.length - openHits} of ${hits.length} passages decided.`;
};

/** What others wait for, and who may go on. */
const Standing = ({ assessment, publication }: { assessment: Publishing; publication: Publication }) => {
  const { availableActions, unavailableActions } = assessment;
  const why = unavailableActions.find(({ action }) => action === "PUBLISH")?.because;
  if (publication.prepared?.approvedAt)
    return <InsetText>This edition is published. It stands in the public register.</InsetText>;
  if (why) return <InsetText>{why}.</InsetText>;
  return publication.prepared && !availableActions.includes("PUBLISH") ? (
    <InsetText>It waits for the chair of the group, who reads it and publishes it.</InsetText>
  ) : null;
};

interface DecidingProps {
  reference: string;
  publication: Publication;
  onErrors: (errors: readonly FieldError[]) => void;
}

const Deciding = ({ reference, publication, onErrors }: DecidingProps) => {
  const [search, setSearch] = useSearchParams();
  const [moved, setMoved] = useState(false);
  const hit = hitToShow(publication, search.get("hit"));
  const goOn = () => {
    setMoved(true);
    setSearch({}, { replace: true });
  };
  return (
    <>
      {hit === null ? (
        <PrepareForm
          reference={reference}
          again={publication.prepared !== null}
          onErrors={onErrors}
          onDone={() => onErrors([])}
        />
      ) : (
        <HitForm
          key={`${hit.id} ${hit.decision?.version ?? 0}`}
          reference={reference}
          hit={hit}
          same={publication.hits.filter(
            ({ id, text, decision }) => id !== hit.id && text === hit.text && decision === null,
          )}
          takesFocus={moved}
          onErrors={onErrors}
          onDone={goOn}
        />
      )}
      <p className="govuk-body">
        No search finds everything. Read the text yourself, and{" "}
        <AppLink to={`/assessments/${reference}/publish/add`}>add a passage that was missed</AppLink>.
      </p>
    </>
  );
};

const PublishView = ({ assessment, publication }: { assessment: Publishing; publication: Publication }) => {
  const navigate = useNavigate();
  const { reference, availableActions, title } = assessment;
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const transition = useTransition(reference, () => void navigate(`/assessments/${reference}`));
  const mayDecide = availableActions.includes("PREPARE_PUBLICATION");
  const { prepared } = publication;
  return (
    <Page
      title="Publish"
      caption={title}
      errors={transition.errors.length > 0 ? transition.errors : errors}
      crumbs={[{ to: `/assessments/${reference}`, words: reference }]}
    >
      <p className="govuk-body">
        The public reads a copy of this assessment that names nobody. One person decides what it leaves out,
        and another one publishes it.
      </p>
      <Standing assessment={assessment} publication={publication} />
      <p className="govuk-body" role="status">
        <strong>{progress(publication)}</strong>
      </p>
      {prepared === null ? null : <PreparedCopy prepared={prepared} />}
      {mayDecide ? <Deciding reference={reference} publication={publication} onErrors={setErrors} /> : null}
      {prepared !== null && availableActions.includes("PUBLISH") ? (
        <ApproveForm prepared={prepared} transition={transition} />
      ) : null}
      <DecidedList reference={reference} hits={publication.hits} mayChange={mayDecide} />
    </Page>
  );
};

/** What of a signed assessment the public reads: decided passage by passage, prepared, and published by a second person. */
export const PublishPage = () => {
  const { reference = "" } = useParams();
  const { assessment } = useLiveData(PublishQuery, { reference });
  if (!assessment?.publication) return <MissingAssessment />;
  return <PublishView assessment={assessment} publication={assessment.publication} />;
};
