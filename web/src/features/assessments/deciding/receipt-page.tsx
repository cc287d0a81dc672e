import { useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { Panel } from "../../../ui/banners.tsx";
import { formatInstant } from "../../../ui/format/dates.ts";
import { Page, PageHeading } from "../../../ui/page.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import type { Receipt } from "../types.ts";
import { ReceiptQuery } from "./receipt-query.ts";
import { Signatures } from "./signatures.tsx";

const TITLES: Partial<Record<Receipt["status"], string>> = {
  IN_REVIEW: "Signed and submitted",
  CHANGES_REQUESTED: "Changes asked for",
  SIGNED_OFF: "Signed off",
};

const NEXT: Partial<Record<Receipt["status"], string>> = {
  IN_REVIEW:
    "The Departmental Equalities Group will look at it. The chair signs it off or asks you for changes.",
  CHANGES_REQUESTED:
    "The lead officer sees your reason and can change the assessment. It comes back to you when they have signed it again.",
  SIGNED_OFF:
    "It can't be changed any more. If something must change, it is reopened as a new revision, and this one stays.",
};

/** What has just been done, with the fingerprint to keep. It can be opened again at any time. */
export const ReceiptPage = () => {
  const { reference = "" } = useParams();
  const { assessment, viewer } = useLiveData(ReceiptQuery, { reference });
  if (!assessment) return <MissingAssessment />;
  const title = TITLES[assessment.status] ?? "Receipt";
  const own = assessment.signatures.filter(({ signatory }) => signatory.id === viewer?.user.id).at(-1);
  return (
    <Page
      title={title}
      heading={
        <Panel title={<PageHeading className="govuk-panel__title">{title}</PageHeading>}>
          {assessment.reference}
          {own ? (
            <>
              <br />
              {formatInstant(own.signedAt)}
            </>
          ) : null}
        </Panel>
      }
    >
      <p className="govuk-body-l">{assessment.title}</p>
      {own ? (
        <p className="govuk-body">
          Fingerprint of what you signed: <span className="app-hash">{own.contentHash}</span>. Keep it: it
          proves which text you signed.
        </p>
      ) : null}
      {own?.keyId ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`/downloads/sealed/${reference}`}>
            Download the sealed assessment
          </a>{" "}
          as one file. Anybody can <AppLink to="/verify">check such a file</AppLink>, without signing in.
        </p>
      ) : null}
      <h2 className="govuk-heading-m">What happens next</h2>
      <p className="govuk-body">{NEXT[assessment.status] ?? "See the assessment's page."}</p>
      <Signatures signatures={assessment.signatures} />
      <ul className="govuk-list">
        <li>
          <AppLink to={`/assessments/${reference}`}>Go to the assessment</AppLink>
        </li>
        <li>
          <AppLink to="/">Go to your home page</AppLink>
        </li>
      </ul>
    </Page>
  );
};
