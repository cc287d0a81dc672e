import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { formatInstant } from "../../ui/format/dates.ts";
import { Page } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { draftAddress, formAddress, versionAddress } from "./addresses.ts";
import { FormsQuery } from "./queries.ts";
import type { ListedForm } from "./types.ts";
import { counted } from "./words.ts";

const published = ({ newest }: ListedForm): string =>
  newest?.publishedAt
    ? `${formatInstant(newest.publishedAt)}${newest.publishedBy ? ` by ${newest.publishedBy.name}` : ""}`
    : "Not yet";

const Newest = ({ form }: { form: ListedForm }) =>
  form.newest ? (
    <>
      <AppLink to={versionAddress(form.key, form.newest.version)} hiddenText={`of ${form.title}`}>
        Version {form.newest.version}
      </AppLink>
      {form.versions.length > 1 ? ` of ${form.versions.length}` : null}
    </>
  ) : (
    "None yet"
  );

const FormsTable = ({ forms, editable }: { forms: readonly ListedForm[]; editable: boolean }) => (
  <Table
    caption={counted(forms.length, "form")}
    rows={forms}
    rowKey={({ key }) => key}
    columns={[
      {
        key: "title",
        heading: "Form",
        rowHeading: true,
        cell: ({ key, title }) => <AppLink to={formAddress(key)}>{title || key}</AppLink>,
      },
      { key: "newest", heading: "Newest version", cell: (form) => <Newest form={form} /> },
      { key: "published", heading: "Published", cell: published },
      ...(editable
        ? [
            {
              key: "draft",
              heading: "Draft",
              cell: ({ key, title, draft }: ListedForm) =>
                draft ? (
                  <AppLink to={draftAddress(key)} hiddenText={`of ${title || key}`}>
                    Go on with the draft
                  </AppLink>
                ) : (
                  "None"
                ),
            },
          ]
        : []),
    ]}
  />
);

/** Every form with its newest version. */
export const FormsPage = () => {
  const { forms, viewer } = useLiveData(FormsQuery, {});
  const editable = viewer?.canEditForms ?? false;
  return (
    <Page title="Forms" crumbs={[{ to: "/", words: "Home" }]}>
      <p className="govuk-body">
        An assessment is filled in on a form. A published version of a form never changes; an assessment stays
        on the version that it began with until its lead officer moves it to a newer one.
      </p>
      {editable ? <ButtonLink to="/forms/import">Import a form</ButtonLink> : null}
      {forms.length > 0 ? (
        <FormsTable forms={forms} editable={editable} />
      ) : (
        <p className="govuk-body">There are no forms yet.</p>
      )}
    </Page>
  );
};
