import { templateFileName } from "@due-regard/domain/ehria/form/file-name";
import { useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { FileLink } from "../../../ui/file-link.tsx";
import { formatInstant } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { formCrumbs, versionAddress } from "../addresses.ts";
import { VersionQuery } from "../queries.ts";
import { readFilled } from "../read-document.ts";
import type { ReadVersion } from "../types.ts";
import { counted } from "../words.ts";
import { sectionTitle, TemplateView } from "./template-view.tsx";

const facts = ({ publishedAt, publishedBy, assessmentCount }: ReadVersion): string =>
  [
    publishedAt &&
      `Published on ${formatInstant(publishedAt)}${publishedBy ? ` by ${publishedBy.name}` : ", with the software"}.`,
    assessmentCount === null ? null : `${counted(assessmentCount, "assessment")} on it.`,
    "It never changes.",
  ]
    .filter(Boolean)
    .join(" ");

interface LinksProps {
  version: ReadVersion;
  /** The version before this one. Undefined: it is the first. */
  before: number | undefined;
}

const Links = ({ version, before }: LinksProps) => {
  const address = versionAddress(version.key, version.version);
  return (
    <ul className="govuk-list">
      <li>
        <AppLink to={`${address}/try`}>Try it out</AppLink>
      </li>
      {before === undefined ? null : (
        <li>
          <AppLink to={`${address}/changes?since=${before}`}>What changed since version {before}</AppLink>
        </li>
      )}
      <li>
        <FileLink fileName={templateFileName(version)} text={version.document} type="application/json">
          Export it as a file (JSON)
        </FileLink>
      </li>
    </ul>
  );
};

/** One published version of a form, whole: its questions, conditions in words, rules and guidance. */
export const VersionPage = () => {
  const { key = "", version: number = "" } = useParams();
  const { form } = useLiveData(VersionQuery, { key, version: Number(number) });
  const version = form?.version;
  if (!form || !version) return null;
  const template = readFilled(version.document);
  const before = form.versions.find((each) => each.version < version.version)?.version;
  return (
    <Page title={version.title} caption={`Version ${version.version}`} crumbs={formCrumbs(form)}>
      <p className="govuk-body">{facts(version)}</p>
      <Links version={version} before={before} />
      <nav aria-label="Sections">
        <ul className="govuk-list">
          {template.sections.map((section) => (
            <li key={section.key}>
              <a className="govuk-link" href={`#section-${section.key}`}>
                {sectionTitle(section)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <TemplateView template={template} />
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            How to tell that this is the same form elsewhere
          </span>
        </summary>
        <div className="govuk-details__text app-hash">SHA-256 of what it says: {version.hash}</div>
      </details>
    </Page>
  );
};
