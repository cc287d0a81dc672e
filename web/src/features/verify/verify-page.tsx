import type { PublishedBundle } from "@due-regard/domain/seal/published-seal";
import type { BundleReading } from "@due-regard/domain/seal/verify-bundle";
import type { FileReading } from "@due-regard/domain/seal/verify-published";
import { type FormEvent, useState } from "react";
import { NotificationBanner, WarningText } from "../../ui/banners.tsx";
import { Button } from "../../ui/button.tsx";
import { FileInput } from "../../ui/file-input.tsx";
import { formatInstant } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { SummaryCard, SummaryList } from "../../ui/summary-list.tsx";
import { checkFile, MOST_MEGABYTES } from "./check-file.ts";

const FILE_FIELD = "bundle";
const UNCHOSEN = "Choose a sealed file that was downloaded from an assessment’s page";
const ROLES = {
  LEAD_OFFICER: "Lead officer",
  DEG_CHAIR: "Chair of the Departmental Equalities Group",
} as const;

type Seal = NonNullable<BundleReading["bundle"]>["seals"][number];

const SealCard = ({ seal: { statement, hash } }: { seal: Seal }) => {
  const { signature, keyId } = statement;
  return (
    <SummaryCard title={ROLES[signature.role]}>
      <SummaryList
        rows={[
          { key: "who", label: "Signed by", value: `${signature.name}, ${signature.jobTitle}` },
          { key: "when", label: "When", value: formatInstant(signature.signedAt) },
          { key: "words", label: "Words signed", value: signature.statement },
          { key: "seal", label: "Seal", value: <span className="app-hash">{hash}</span> },
          { key: "key", label: "Key", value: <span className="app-hash">{keyId}</span> },
        ]}
      />
    </SummaryCard>
  );
};

const GenuineSigned = ({ seals }: { seals: readonly Seal[] }) => {
  const [first] = seals;
  if (first === undefined) return null;
  const { reference, revision, contentHash } = first.statement;
  return (
    <>
      <NotificationBanner success>
        <p className="govuk-notification-banner__heading">This file is genuine</p>
        <p className="govuk-body">
          It is {reference}, revision {revision}, exactly as it was signed by the people below.
        </p>
      </NotificationBanner>
      <p className="govuk-body">
        Fingerprint of the content: <span className="app-hash">{contentHash}</span>
      </p>
      {seals.length < 2 ? (
        <p className="govuk-body">The chair&rsquo;s signature is not in it: it was not signed off yet.</p>
      ) : null}
      {seals.map((seal) => (
        <SealCard key={seal.hash} seal={seal} />
      ))}
      <p className="govuk-body">
        The file can&rsquo;t tell whether the assessment was superseded or withdrawn after it was downloaded.
      </p>
    </>
  );
};

/** What the public got, as it was published. */
const GenuinePublished = ({ published: { copy, seal } }: { published: PublishedBundle }) => {
  const { reference, edition, contentHash, files, publishedAt, keyId } = seal.statement;
  const hash = (value: string) => <span className="app-hash">{value}</span>;
  return (
    <>
      <NotificationBanner success>
        <p className="govuk-notification-banner__heading">This file is genuine</p>
        <p className="govuk-body">
          It is edition {edition} of {reference}, “{copy.title}”, exactly as it was published on{" "}
          {formatInstant(publishedAt)}.
        </p>
      </NotificationBanner>
      <SummaryCard title="Its seal">
        <SummaryList
          rows={[
            { key: "text", label: "Fingerprint of the text", value: hash(contentHash) },
            { key: "pdf", label: "Fingerprint of the PDF", value: hash(files.pdf) },
            { key: "docx", label: "Fingerprint of the Word document", value: hash(files.docx) },
            { key: "seal", label: "Seal", value: hash(seal.hash) },
            { key: "key", label: "Key", value: hash(keyId) },
          ]}
        />
      </SummaryCard>
      <p className="govuk-body">
        The file can&rsquo;t tell whether the assessment was superseded or withdrawn after it was downloaded:{" "}
        <a className="govuk-link" href={`/register/${reference}`}>
          see the register
        </a>
        .
      </p>
    </>
  );
};

const Genuine = ({ reading }: { reading: FileReading }) => {
  if (reading.kind === "SIGNED") return reading.bundle && <GenuineSigned seals={reading.bundle.seals} />;
  return reading.published && <GenuinePublished published={reading.published} />;
};

const NotGenuine = ({ faults }: Pick<BundleReading, "faults">) => (
  <>
    <div role="alert">
      <WarningText>This file is not genuine: do not rely on what it says.</WarningText>
    </div>
    <ul className="govuk-list govuk-list--bullet">
      {faults.map(({ message }) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  </>
);

/** Anybody may check here, without signing in, that a sealed assessment is what was signed. */
export const VerifyPage = () => {
  const [file, setFile] = useState<File | null>(null);
  const [reading, setReading] = useState<FileReading | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setReading(null);
    if (file === null) return setTrouble(UNCHOSEN);
    const checked = await checkFile(file);
    setTrouble("trouble" in checked ? checked.trouble : null);
    if ("reading" in checked) setReading(checked.reading);
  };
  return (
    <Page
      title="Check a sealed assessment"
      errors={trouble === null ? [] : [{ field: FILE_FIELD, message: trouble }]}
    >
      <p className="govuk-body-l">
        A signed assessment can be downloaded as a file, and so can a published one. Here anybody can check
        that the file is exactly what was signed or published.
      </p>
      <p className="govuk-body">
        The check is made in your browser. The file is not sent or stored anywhere.
      </p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <FileInput
          id={FILE_FIELD}
          label="Choose the file"
          hint={`Its name ends in sealed.json, or in edition-1.json and so on. At most ${MOST_MEGABYTES} MB.`}
          error={trouble ?? undefined}
          accept=".json"
          onChoose={setFile}
        />
        <Button>Check the file</Button>
      </form>
      {reading?.faults.length === 0 ? <Genuine reading={reading} /> : null}
      {reading && reading.faults.length > 0 ? <NotGenuine faults={reading.faults} /> : null}
    </Page>
  );
};
