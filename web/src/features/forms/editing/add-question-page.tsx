import { addQuestion, keyForQuestion } from "@due-regard/domain/ehria/form/edit-template";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import {
  type FormQuestion,
  type FormTemplate,
  QUESTION_KINDS,
  type QuestionKind,
} from "@due-regard/domain/ehria/form/template";
import { type FormEvent, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { type Client, useClient } from "urql";
import { Button } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Page } from "../../../ui/page.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { draftCrumbs, questionAddress } from "../addresses.ts";
import { VersionQuery } from "../queries.ts";
import { readDocument } from "../read-document.ts";
import { DraftGate } from "./draft-gate.tsx";
import { MissingPart } from "./missing-part.tsx";
import type { DraftPage } from "./use-draft-page.ts";
import { useSaveDraft } from "./use-save-draft.ts";

interface Chosen {
  way: "NEW" | "EARLIER";
  label: string;
  kind: QuestionKind;
  /** Key of a question that an earlier version asked. */
  earlier: string;
}

/** Questions that were asked once and that the draft doesn't ask: each can come back with its answers. */
const earlierQuestions = ({ form, template }: DraftPage) =>
  form.askedQuestions.filter(({ key }) => !template.questions.some((each) => each.key === key));

const readEarlier = async (client: Client, page: DraftPage, key: string): Promise<FormQuestion | null> => {
  const asked = page.form.askedQuestions.find((each) => each.key === key);
  if (asked === undefined) return null;
  const { data } = await client
    .query(VersionQuery, { key: page.form.key, version: asked.version })
    .toPromise();
  const document = data?.form?.version?.document;
  return document ? (readDocument(document).questions.find((each) => each.key === key) ?? null) : null;
};

/** The draft with the question at the end of the section, and its key. Null: the earlier one can't be read. */
const withQuestion = async (
  client: Client,
  page: DraftPage,
  section: string,
  { way, label, kind, earlier }: Chosen,
): Promise<{ template: FormTemplate; key: string } | null> => {
  const { template, form } = page;
  if (way === "NEW") {
    const taken = form.askedQuestions.map(({ key }) => key);
    const key = keyForQuestion(template, label, taken);
    return { template: addQuestion(template, key, { section, label: label.trim(), kind }), key };
  }
  const question = await readEarlier(client, page, earlier);
  if (question === null) return null;
  const added = addQuestion(template, question.key, { section, label: question.label, kind: question.kind });
  const back = { ...question, section, subsection: null };
  return {
    template: {
      ...added,
      questions: added.questions.map((each) => (each.key === question.key ? back : each)),
    },
    key: question.key,
  };
};

const check = ({ way, label, earlier }: Chosen): FieldError[] => {
  if (way === "NEW" && label.trim() === "")
    return [{ field: "label", message: "Enter a short name for the question" }];
  return way === "EARLIER" && earlier === "" ? [{ field: "earlier", message: "Choose a question" }] : [];
};

const AddForm = ({ page, section }: { page: DraftPage; section: string }) => {
  const client = useClient();
  const navigate = useNavigate();
  const earlier = earlierQuestions(page);
  const [chosen, setChosen] = useState<Chosen>({ way: "NEW", label: "", kind: "LONG_TEXT", earlier: "" });
  const saving = useSaveDraft({ base: { template: page.template, version: page.draft.version } });
  const add = async () => {
    const found = check(chosen);
    saving.setErrors(found);
    if (found.length > 0) return;
    const wanted = await withQuestion(client, page, section, chosen);
    if (wanted === null)
      return saving.setErrors([{ field: null, message: "That question could not be read. Try again" }]);
    await saving.save(wanted.template, () =>
      navigate(questionAddress(page.form.key, wanted.key), { state: { isFresh: chosen.way === "NEW" } }),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.busy) void add();
  };
  const errorFor = (field: string) => saving.errors.find((error) => error.field === field)?.message;
  const title = page.template.sections.find(({ key }) => key === section)?.title ?? section;
  const fresh = (
    <>
      <TextInput
        id="label"
        label="Short name"
        hint="A few words that name it in lists and messages"
        error={errorFor("label")}
        value={chosen.label}
        onChange={(label) => setChosen({ ...chosen, label })}
      />
      <Select
        id="kind"
        label="How is it answered?"
        options={QUESTION_KINDS.map((kind) => ({ value: kind, label: kindOf({ kind }).name }))}
        value={chosen.kind}
        onChange={(kind) => setChosen({ ...chosen, kind: kind as QuestionKind })}
      />
    </>
  );
  return (
    <Page title="Add a question" caption={title} crumbs={draftCrumbs(page.form)} errors={saving.errors}>
      <form onSubmit={submit} noValidate>
        {earlier.length === 0 ? (
          fresh
        ) : (
          <Radios
            id="way"
            legend="Which question?"
            legendSize="m"
            options={[
              { value: "NEW", label: "A new one", reveals: fresh },
              {
                value: "EARLIER",
                label: "One that an earlier version asked",
                hint: "Answers that were given to it then come back",
                reveals: (
                  <Select
                    id="earlier"
                    label="Question"
                    error={errorFor("earlier")}
                    options={[
                      { value: "", label: "Choose a question" },
                      ...earlier.map(({ key, label, version }) => ({
                        value: key,
                        label: `${label} (version ${version})`,
                      })),
                    ]}
                    value={chosen.earlier}
                    onChange={(key) => setChosen({ ...chosen, earlier: key })}
                  />
                ),
              },
            ]}
            value={chosen.way}
            onChange={(way) => setChosen({ ...chosen, way: way as Chosen["way"] })}
          />
        )}
        <Button busy={saving.busy}>Add it</Button>
      </form>
    </Page>
  );
};

/** A new question at the end of a section, or one that an earlier version asked. */
export const AddQuestionPage = () => {
  const { section = "" } = useParams();
  return (
    <DraftGate>
      {(page) =>
        page.template.sections.some(({ key }) => key === section) ? (
          <AddForm page={page} section={section} />
        ) : (
          <MissingPart form={page.form} what="section" />
        )
      }
    </DraftGate>
  );
};
