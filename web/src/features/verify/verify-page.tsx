import type { BundleReading } from "@due-regard/domain/seal/verify-bundle";
import type { FileReading, PublishedReading } from "@due-regard/domain/seal/verify-published";
import { type FormEvent, useState } from "react";
import { NotificationBanner, WarningText } from "../../ui/banners.tsx";
import { Button } from "../../ui/button.tsx";
import { FileInput } from "../../ui/file-input.tsx";
import { formatInstant } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { SummaryCard, SummaryList } from "../../ui/summary-list.tsx";
import { checkFile, MOST_MEGABYTES } from "./check-file.ts";

const FILE_FIELD = "bundle";
const UNCHOSEN = "Choose a file that was downloaded from an assessment’s page or from the public register";
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

const Genuine = ({ seals }: { seals: readonly Seal[] }) => {
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

type Published = NonNullable<PublishedReading["bundle"]>;

const GenuinePublished = ({ bundle: { copy, seal } }: { bundle: Published }) => {
  const { reference, edition, publishedAt, contentHash, files, keyId } = seal.statement;
  const hash = (value: string) => <span className="app-hash">{value}</span>;
  return (
    <>
      <NotificationBanner success>
        <p className="govuk-notification-banner__heading">This file is genuine</p>
        <p className="govuk-body">
          It is {reference}, edition {edition}, exactly as it was published.
        </p>
      </NotificationBanner>
      <SummaryCard title={copy.title}>
        <SummaryList
          rows={[
            { key: "by", label: "Published by", value: `${copy.organisation.name}, ${copy.department.name}` },
            { key: "when", label: "When", value: formatInstant(publishedAt) },
            { key: "text", label: "Fingerprint of the text", value: hash(contentHash) },
            { key: "pdf", label: "Fingerprint of the PDF", value: hash(files.pdf) },
            { key: "docx", label: "Fingerprint of the Word document", value: hash(files.docx) },
            { key: "seal", label: "Seal", value: hash(seal.hash) },
            { key: "key", label: "Key", value: hash(keyId) },
          ]}
        />
      </SummaryCard>
      <p className="govuk-body">
        The file can&rsquo;t tell whether the assessment was superseded or withdrawn after it was downloaded:
        see{" "}
        <a className="govuk-link" href={`/register/${reference}`}>
          its page in the register
        </a>
        .
      </p>
    </>
  );
};

const Checked = ({ checked: { kind, reading } }: { checked: FileReading }) => {
  if (reading.faults.length > 0) return <NotGenuine faults={reading.faults} />;
  if (kind === "PUBLISHED") return reading.bundle ? <GenuinePublished bundle={reading.bundle} /> : null;
  return reading.bundle ? <Genuine seals={reading.bundle.seals} /> : null;
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
        A signed assessment, and a published one, can be downloaded as a file. Here anybody can check that the
        file is exactly what was signed or published.
      </p>
      <p className="govuk-body">
        The check is made in your browser. The file is not sent or stored anywhere.
      </p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <FileInput
          id={FILE_FIELD}
          label="Choose the file"
          hint={`Its name ends in sealed.json, or in .json where it comes from the public register. At most ${MOST_MEGABYTES} MB.`}
          error={trouble ?? undefined}
          accept=".json"
          onChoose={setFile}
        />
        <Button>Check the file</Button>
      </form>
      {reading ? <Checked checked={reading} /> : null}
    </Page>
  );
};
