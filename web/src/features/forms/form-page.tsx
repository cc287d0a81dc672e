import { useParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { formatInstant } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { draftAddress, FORMS_CRUMB, versionAddress } from "./addresses.ts";
import { FormQuery } from "./queries.ts";
import { StartDraft } from "./start-draft.tsx";
import type { OneForm } from "./types.ts";
import { counted } from "./words.ts";

type Version = OneForm["versions"][number];

const published = ({ publishedAt, publishedBy }: Version): string =>
  publishedAt === null
    ? ""
    : `${formatInstant(publishedAt)}${publishedBy ? ` by ${publishedBy.name}` : ", with the software"}`;

const Versions = ({ form, editable }: { form: OneForm; editable: boolean }) => (
  <Table
    caption="Published versions"
    rows={form.versions}
    rowKey={({ id }) => id}
    columns={[
      {
        key: "version",
        heading: "Version",
        rowHeading: true,
        cell: ({ version }) => <AppLink to={versionAddress(form.key, version)}>Version {version}</AppLink>,
      },
      { key: "published", heading: "Published", cell: published },
      {
        key: "changes",
        heading: "Changes",
        cell: ({ version }) => {
          const before = form.versions.find((each) => each.version < version);
          return before ? (
            <AppLink to={`${versionAddress(form.key, version)}/changes?since=${before.version}`}>
              What changed since version {before.version}
            </AppLink>
          ) : (
            "The first version"
          );
        },
      },
      ...(editable
        ? [
            {
              key: "assessments",
              heading: "Assessments on it",
              numeric: true,
              cell: ({ assessmentCount }: Version) => assessmentCount?.toLocaleString("en-GB") ?? "",
            },
          ]
        : []),
    ]}
  />
);

const DraftPanel = ({ form }: { form: OneForm }) => {
  const { draft } = form;
  return (
    <section aria-labelledby="next-version">
      <h2 className="govuk-heading-m" id="next-version">
        The next version
      </h2>
      {draft ? (
        <>
          <p className="govuk-body">
            {draft.savedBy.name} saved a draft of version {draft.nextVersion} on{" "}
            {formatInstant(draft.savedAt)}.{" "}
            {draft.faults.length > 0
              ? `${counted(draft.faults.length, "thing")} must be put right before it can be published.`
              : "Nothing stands in the way of publishing it."}
          </p>
          <ButtonLink to={draftAddress(form.key)}>Go on with the draft</ButtonLink>
        </>
      ) : (
        <StartDraft form={form} />
      )}
    </section>
  );
};

/** One form with everything that was published of it. */
export const FormPage = () => {
  const { key = "" } = useParams();
  const { form, viewer } = useLiveData(FormQuery, { key });
  if (!form) return null;
  const editable = viewer?.canEditForms ?? false;
  const [newest] = form.versions;
  return (
    <Page title={form.title || form.key} crumbs={[FORMS_CRUMB]}>
      {newest?.intro.map((paragraph) => (
        <p className="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
      {form.versions.length > 0 ? (
        <Versions form={form} editable={editable} />
      ) : (
        <p className="govuk-body">Nothing of this form was published yet.</p>
      )}
      {editable ? <DraftPanel form={form} /> : null}
    </Page>
  );
};
