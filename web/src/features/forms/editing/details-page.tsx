import { SIGNATORY_ROLES, STAGES } from "@due-regard/domain/ehria/vocabulary";
import { type FormEvent, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { Button, ButtonGroup, LinkButton } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Page } from "../../../ui/page.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { draftAddress, draftCrumbs } from "../addresses.ts";
import { sectionTitle } from "../reading/template-view.tsx";
import { SIGNATORY, STAGE } from "../words.ts";
import { ConflictView } from "./conflict-view.tsx";
import { checkDetails, type DetailsModel, readDetails, writeDetails } from "./details-model.ts";
import { DraftGate } from "./draft-gate.tsx";
import { faultsOfForm } from "./faults.ts";
import type { DraftPage } from "./use-draft-page.ts";
import { useSaveDraft } from "./use-save-draft.ts";

interface GroupProps {
  page: DraftPage;
  model: DetailsModel;
  errorFor: (field: string) => string | undefined;
  change: (part: Partial<DetailsModel>) => void;
}

/** "title", "signOff.signatures.0.label" → the field that it is about, where one is. */
const fieldOf = (path: string): string | null => {
  const [first, second, third, fourth] = path.split(".");
  if (first === "title" || first === "intro" || first === "doubts") return first;
  if (first !== "signOff" || third === undefined) return null;
  const name = second === "signatures" ? (SIGNATORY_ROLES[Number(third)] ?? third) : third;
  return fourth === undefined ? `${name}-label` : `${name}-${fourth}`;
};

const About = ({ model, errorFor, change }: GroupProps) => (
  <>
    <TextInput
      id="title"
      label="Title"
      labelSize="s"
      error={errorFor("title")}
      value={model.title}
      onChange={(title) => change({ title })}
    />
    <Textarea
      id="intro"
      label="Introduction"
      labelSize="s"
      hint="An empty line begins a new paragraph"
      error={errorFor("intro")}
      value={model.intro}
      onChange={(intro) => change({ intro })}
    />
    <Textarea
      id="doubts"
      label="Doubts about the source (optional)"
      labelSize="s"
      hint="One a line: what a paper form leaves uncertain"
      rows={2}
      error={errorFor("doubts")}
      value={model.doubts}
      onChange={(doubts) => change({ doubts })}
    />
  </>
);

const Words = ({ model, errorFor, change }: GroupProps) => {
  const { words } = model;
  const replace = (index: number, part: Partial<DetailsModel["words"][number]>) =>
    change({ words: words.map((word, at) => (at === index ? { ...word, ...part } : word)) });
  return (
    <>
      <h2 className="govuk-heading-m">The form’s own words</h2>
      <p className="govuk-hint">
        Written in double braces anywhere in the form, such as {"{{council}}"}, and shown as what they stand
        for. Another council that takes the form over changes them here alone.
      </p>
      {words.map(({ id, name, stands }, index) => (
        <div className="app-part" key={id}>
          <TextInput
            id={`word-${id}-name`}
            label={`Word ${index + 1}`}
            width="20"
            error={errorFor(`word-${id}-name`)}
            value={name}
            onChange={(text) => replace(index, { name: text })}
          />
          <TextInput
            id={`word-${id}-stands`}
            label={`What word ${index + 1} stands for`}
            value={stands}
            onChange={(text) => replace(index, { stands: text })}
          />
          <LinkButton
            onClick={() => change({ words: words.toSpliced(index, 1) })}
            hiddenText={name || `word ${index + 1}`}
          >
            Remove
          </LinkButton>
        </div>
      ))}
      <Button
        type="button"
        variant="secondary"
        onClick={() =>
          change({ words: [...words, { id: `new-${words.length + 1}-${Date.now()}`, name: "", stands: "" }] })
        }
      >
        Add a word
      </Button>
    </>
  );
};

const SignOff = ({ page, model, errorFor, change }: GroupProps) => (
  <>
    <h2 className="govuk-heading-m">Sign-off</h2>
    {STAGES.map((stage) => {
      const element = model.elements[stage];
      const set = (part: Partial<typeof element>) =>
        change({ elements: { ...model.elements, [stage]: { ...element, ...part } } });
      return (
        <div className="app-part" key={stage}>
          <h3 className="govuk-heading-s">{STAGE[stage]}</h3>
          <Select
            id={`${stage}-section`}
            label={`Section that is the ${STAGE[stage].toLowerCase()}`}
            error={errorFor(`${stage}-section`)}
            options={[
              { value: "", label: "The form has none" },
              ...page.template.sections.map((each) => ({ value: each.key, label: sectionTitle(each) })),
            ]}
            value={element.section}
            onChange={(section) => set({ section })}
          />
          {element.section === "" ? null : (
            <TextInput
              id={`${stage}-label`}
              label={`What this form calls the ${STAGE[stage].toLowerCase()}`}
              error={errorFor(`${stage}-label`)}
              value={element.label}
              onChange={(label) => set({ label })}
            />
          )}
        </div>
      );
    })}
    {SIGNATORY_ROLES.map((role) => {
      const signature = model.signatures[role];
      const set = (part: Partial<typeof signature>) =>
        change({ signatures: { ...model.signatures, [role]: { ...signature, ...part } } });
      return (
        <div className="app-part" key={role}>
          <h3 className="govuk-heading-s">{SIGNATORY[role]}</h3>
          <TextInput
            id={`${role}-label`}
            label={`Heading of the signature: ${SIGNATORY[role]}`}
            error={errorFor(`${role}-label`)}
            value={signature.label}
            onChange={(label) => set({ label })}
          />
          <Textarea
            id={`${role}-statement`}
            label={`What is signed: ${SIGNATORY[role]}`}
            rows={4}
            error={errorFor(`${role}-statement`)}
            value={signature.statement}
            onChange={(statement) => set({ statement })}
          />
        </div>
      );
    })}
  </>
);

const DetailsForm = ({ page }: { page: DraftPage }) => {
  const navigate = useNavigate();
  const { form, draft } = page;
  const [base] = useState({ template: page.template, version: draft.version });
  const [model, setModel] = useState(() => readDetails(page.template));
  const [wrong, setWrong] = useState<readonly FieldError[]>([]);
  const saving = useSaveDraft({ base, fieldOf });
  const faults = useMemo(
    () =>
      faultsOfForm(draft.faults).map(({ path, message, remedy }) => ({
        field: fieldOf(path),
        message: `${message}. ${remedy}`,
      })),
    [draft.faults],
  );
  const errors = wrong.length > 0 ? wrong : saving.errors.length > 0 ? saving.errors : faults;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkDetails(model);
    setWrong(found);
    if (found.length > 0) return;
    void saving.save(writeDetails(base.template, model), () =>
      navigate(draftAddress(form.key), { state: { news: "Saved: the form as a whole." } }),
    );
  };
  const group = {
    page,
    model,
    errorFor: (field: string) => errors.find((error) => error.field === field)?.message,
    change: (part: Partial<DetailsModel>) => setModel({ ...model, ...part }),
  };
  return (
    <Page
      title="The form as a whole"
      caption={`Draft of version ${draft.nextVersion}`}
      crumbs={draftCrumbs(form)}
      errors={saving.conflict ? [] : errors}
      errorTitle={errors === faults ? "Put this right before the form is published" : undefined}
    >
      {saving.conflict ? (
        <ConflictView conflict={saving.conflict} busy={saving.busy} onSettle={saving.settle} />
      ) : null}
      <form onSubmit={submit} noValidate className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <About {...group} />
          <Words {...group} />
          <SignOff {...group} />
          <ButtonGroup>
            <Button busy={saving.busy}>Save</Button>
            <AppLink to={draftAddress(form.key)}>Back without saving</AppLink>
          </ButtonGroup>
        </div>
      </form>
    </Page>
  );
};

/** What a form says about itself: its title, introduction, own words, and what is signed. */
export const DetailsPage = () => (
  <DraftGate>{(page) => <DetailsForm key={page.draft.version} page={page} />}</DraftGate>
);
