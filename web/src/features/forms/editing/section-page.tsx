import type { FormSection } from "@due-regard/domain/ehria/form/template";
import { type FormEvent, useMemo, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { Button, ButtonGroup, LinkButton } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Page } from "../../../ui/page.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { draftAddress, draftCrumbs, sectionAddress } from "../addresses.ts";
import { ConflictView } from "./conflict-view.tsx";
import { DraftGate } from "./draft-gate.tsx";
import { faultErrors, faultsOfSection, fieldOfFault } from "./faults.ts";
import { MissingPart } from "./missing-part.tsx";
import { checkSection, readSection, type SectionModel, writeSection } from "./section-model.ts";
import type { DraftPage } from "./use-draft-page.ts";
import { useSaveDraft } from "./use-save-draft.ts";
import { AskedField } from "./when-field.tsx";

interface FieldsProps {
  page: DraftPage;
  section: FormSection;
  model: SectionModel;
  errorFor: (field: string) => string | undefined;
  change: (part: Partial<SectionModel>) => void;
}

const newId = (items: readonly { id: string }[]): string => {
  for (let number = items.length + 1; ; number += 1)
    if (!items.some(({ id }) => id === `new-${number}`)) return `new-${number}`;
};

const Headings = ({ model, errorFor, change }: FieldsProps) => {
  const { subsections } = model;
  const error = errorFor("subsections");
  return (
    <div id="subsections" tabIndex={-1}>
      <h2 className="govuk-heading-m">Headings inside it</h2>
      <p className="govuk-hint">Each becomes a page of its own for those who fill the form in</p>
      {error ? <p className="govuk-error-message">{error}</p> : null}
      {subsections.map((each, index) => (
        <div className="app-part" key={each.id}>
          <TextInput
            id={`heading-${each.id}`}
            label={`Heading ${index + 1}`}
            value={each.title}
            onChange={(title) => change({ subsections: subsections.with(index, { ...each, title }) })}
          />
          <LinkButton
            onClick={() => change({ subsections: subsections.toSpliced(index, 1) })}
            hiddenText={each.title || `heading ${index + 1}`}
          >
            Remove
          </LinkButton>
        </div>
      ))}
      <Button
        type="button"
        variant="secondary"
        onClick={() =>
          change({ subsections: [...subsections, { id: newId(subsections), key: "", title: "" }] })
        }
      >
        Add a heading
      </Button>
    </div>
  );
};

const SectionFields = (props: FieldsProps) => {
  const { page, section, model, errorFor, change } = props;
  const first = page.template.questions.findIndex((each) => each.section === section.key);
  return (
    <>
      <TextInput
        id="title"
        label="Title"
        labelSize="s"
        error={errorFor("title")}
        value={model.title}
        onChange={(title) => change({ title })}
      />
      <TextInput
        id="numberPrinted"
        label="Number (optional)"
        labelSize="s"
        width="10"
        error={errorFor("numberPrinted")}
        value={model.numberPrinted}
        onChange={(numberPrinted) => change({ numberPrinted })}
      />
      <Textarea
        id="intro"
        label="Introduction (optional)"
        labelSize="s"
        hint="An empty line begins a new paragraph"
        error={errorFor("intro")}
        value={model.intro}
        onChange={(intro) => change({ intro })}
      />
      <AskedField
        id="condition"
        legend="Are its questions asked?"
        always="Always"
        hint="This may look at questions before the section"
        error={errorFor("condition")}
        template={page.template}
        before={first === -1 ? page.template.questions : page.template.questions.slice(0, first)}
        condition={model.condition}
        onChange={(condition) => change({ condition })}
      />
      <Headings {...props} />
    </>
  );
};

const SectionForm = ({ page, section }: { page: DraftPage; section: FormSection }) => {
  const navigate = useNavigate();
  const { state } = useLocation();
  const { form, draft } = page;
  const [base] = useState({ template: page.template, version: draft.version });
  const [model, setModel] = useState(() => readSection(section));
  const [wrong, setWrong] = useState<readonly FieldError[]>([]);
  const saving = useSaveDraft({ base, fieldOf: fieldOfFault });
  const isFresh = (state as { isFresh?: boolean } | null)?.isFresh === true;
  const faults = useMemo(
    () => (isFresh ? [] : faultErrors(faultsOfSection(draft.faults, section.key))),
    [isFresh, draft.faults, section.key],
  );
  const errors = wrong.length > 0 ? wrong : saving.errors.length > 0 ? saving.errors : faults;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkSection(model);
    setWrong(found);
    if (found.length > 0) return;
    void saving.save(writeSection(base.template, section.key, model), () =>
      navigate(draftAddress(form.key), { state: { news: `Saved: ${model.title}.` } }),
    );
  };
  return (
    <Page
      title={section.title || "Section without a title"}
      caption={`Section in the draft of version ${draft.nextVersion}`}
      crumbs={draftCrumbs(form)}
      errors={saving.conflict ? [] : errors}
      errorTitle={errors === faults ? "Put this right before the form is published" : undefined}
    >
      {saving.conflict ? (
        <ConflictView conflict={saving.conflict} busy={saving.busy} onSettle={saving.settle} />
      ) : null}
      <form onSubmit={submit} noValidate className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <SectionFields
            page={page}
            section={section}
            model={model}
            errorFor={(field) => errors.find((error) => error.field === field)?.message}
            change={(part) => setModel({ ...model, ...part })}
          />
          <ButtonGroup>
            <Button busy={saving.busy}>Save</Button>
            <AppLink to={draftAddress(form.key)}>Back without saving</AppLink>
            <AppLink to={`${sectionAddress(form.key, section.key)}/remove`}>Remove this section</AppLink>
          </ButtonGroup>
        </div>
      </form>
    </Page>
  );
};

/** One section of a draft: its title, introduction, headings, and when its questions are asked. */
export const SectionPage = () => {
  const { section: key = "" } = useParams();
  return (
    <DraftGate>
      {(page) => {
        const section = page.template.sections.find((each) => each.key === key);
        return section ? (
          <SectionForm key={`${key} ${page.draft.version}`} page={page} section={section} />
        ) : (
          <MissingPart form={page.form} what="section" />
        );
      }}
    </DraftGate>
  );
};
