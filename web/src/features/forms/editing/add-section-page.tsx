import { addSection } from "@due-regard/domain/ehria/form/edit-template";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { draftCrumbs, sectionAddress } from "../addresses.ts";
import { DraftGate } from "./draft-gate.tsx";
import type { DraftPage } from "./use-draft-page.ts";
import { useSaveDraft } from "./use-save-draft.ts";

const AddForm = ({ page }: { page: DraftPage }) => {
  const navigate = useNavigate();
  const { form, template, draft } = page;
  const [title, setTitle] = useState("");
  const saving = useSaveDraft({ base: { template, version: draft.version } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "")
      return saving.setErrors([{ field: "title", message: "Enter a title for the section" }]);
    const added = addSection(template, title.trim());
    const known = new Set(template.sections.map(({ key }) => key));
    const key = added.sections.find((each) => !known.has(each.key))?.key ?? "";
    void saving.save(added, () => navigate(sectionAddress(form.key, key), { state: { isFresh: true } }));
  };
  return (
    <Page title="Add a section" crumbs={draftCrumbs(form)} errors={saving.errors}>
      <form onSubmit={submit} noValidate>
        <TextInput
          id="title"
          label="Title"
          labelSize="s"
          hint="It comes before the section in which the form is signed, and needs at least one question"
          error={saving.errors.find(({ field }) => field === "title")?.message}
          value={title}
          onChange={setTitle}
        />
        <Button busy={saving.busy}>Add it</Button>
      </form>
    </Page>
  );
};

/** A new section before the last one. */
export const AddSectionPage = () => <DraftGate>{(page) => <AddForm page={page} />}</DraftGate>;
