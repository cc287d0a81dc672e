import { formatInstant } from "../../../ui/format/dates.ts";
import { SummaryCard, SummaryList } from "../../../ui/summary-list.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Overview } from "../types.ts";
import { SIGNATORY } from "../words.ts";

type Signature = Overview["signatures"][number];

const VOID: Record<NonNullable<Signature["voidBecause"]>, string> = {
  NOT_SEALED: "it has no seal",
  CONTENT_CHANGED: "the content has changed",
  STATEMENT_CHANGED: "who signed what was changed",
  SEAL_BROKEN: "the seal is broken",
  KEY_UNKNOWN: "the key is not known",
  NOT_IN_RECORD: "the record does not show it",
};

const Card = ({ signature }: { signature: Signature }) => (
  <SummaryCard
    title={`Signature of the ${SIGNATORY[signature.role].replace(/^\w/, (letter) => letter.toLowerCase())}`}
  >
    <SummaryList
      rows={[
        {
          key: "who",
          label: "Signed by",
          value: `${signature.signatory.name}, ${signature.signatory.jobTitle}`,
        },
        { key: "when", label: "When", value: formatInstant(signature.signedAt) },
        { key: "what", label: "Words signed", value: signature.statement },
        {
          key: "hash",
          label: "Fingerprint",
          value: <span className="app-hash">{signature.contentHash}</span>,
        },
        ...(signature.keyId
          ? [
              {
                key: "key",
                label: "Sealed with key",
                value: <span className="app-hash">{signature.keyId}</span>,
              },
            ]
          : []),
        {
          key: "valid",
          label: "Holds",
          value: signature.valid ? (
            <Tag colour="green">Valid</Tag>
          ) : (
            <Tag colour="red">Not valid: {VOID[signature.voidBecause ?? "CONTENT_CHANGED"]}</Tag>
          ),
        },
      ]}
    />
  </SummaryCard>
);

/** Who signed what, and whether it still holds. */
export const Signatures = ({ signatures }: { signatures: readonly Signature[] }) =>
  signatures.length === 0 ? null : (
    <section aria-labelledby="signatures">
      <h2 className="govuk-heading-m" id="signatures">
        Signatures
      </h2>
      {signatures.map((signature) => (
        <Card key={signature.role} signature={signature} />
      ))}
    </section>
  );
