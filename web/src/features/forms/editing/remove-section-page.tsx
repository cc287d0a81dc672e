import { removeSection } from "@due-regard/domain/ehria/form/edit-template";
import type { FormSection } from "@due-regard/domain/ehria/form/template";
import { useNavigate, useParams } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { Button, ButtonGroup } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { draftAddress, draftCrumbs, sectionAddress } from "../addresses.ts";
import { ConflictView } from "./conflict-view.tsx";
import { DraftGate } from "./draft-gate.tsx";
import { MissingPart } from "./missing-part.tsx";
import type { DraftPage } from "./use-draft-page.ts";
import { useSaveDraft } from "./use-save-draft.ts";

const RemoveForm = ({ page, section }: { page: DraftPage; section: FormSection }) => {
  const navigate = useNavigate();
  const { form, template, draft } = page;
  const saving = useSaveDraft({ base: { template, version: draft.version } });
  const questions = template.questions.filter((each) => each.section === section.key);
  const remove = () =>
    saving.save(removeSection(template, section.key), () =>
      navigate(draftAddress(form.key), { state: { news: `Removed: ${section.title}.` } }),
    );
  return (
    <Page
      title={`Remove the section “${section.title}”`}
      crumbs={draftCrumbs(form)}
      errors={saving.conflict ? [] : saving.errors}
    >
      {saving.conflict ? (
        <ConflictView conflict={saving.conflict} busy={saving.busy} onSettle={saving.settle} />
      ) : null}
      {questions.length === 0 ? (
        <p className="govuk-body">It asks nothing.</p>
      ) : (
        <>
          <p className="govuk-body">
            Its questions go with it. To keep one, move it to another section first:
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {questions.map(({ key, label }) => (
              <li key={key}>{label}</li>
            ))}
          </ul>
        </>
      )}
      <ButtonGroup>
        <Button type="button" variant="warning" busy={saving.busy} onClick={() => void remove()}>
          Remove it
        </Button>
        <AppLink to={sectionAddress(form.key, section.key)}>Keep it</AppLink>
      </ButtonGroup>
    </Page>
  );
};

/** Takes a section out of the draft with its questions, after naming them. */
export const RemoveSectionPage = () => {
  const { section: key = "" } = useParams();
  return (
    <DraftGate>
      {(page) => {
        const section = page.template.sections.find((each) => each.key === key);
        return section ? (
          <RemoveForm page={page} section={section} />
        ) : (
          <MissingPart form={page.form} what="section" />
        );
      }}
    </DraftGate>
  );
};
