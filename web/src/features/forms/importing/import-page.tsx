import { type FormEvent, useState } from "react";
import { useLoaderData, useNavigate } from "react-router";
import { type Client, useClient } from "urql";
import { explain, type Outcome, outcomeOf } from "../../../data/outcome.ts";
import { Button, ButtonGroup } from "../../../ui/button.tsx";
import { Details } from "../../../ui/details.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { FileInput } from "../../../ui/file-input.tsx";
import { formatInstant } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { draftAddress, FORMS_CRUMB } from "../addresses.ts";
import { NotYours } from "../editing/draft-gate.tsx";
import { ImportDraftMutation } from "../mutations.ts";
import { FormQuery } from "../queries.ts";
import { counted } from "../words.ts";
import { checkText, keyInText, MOST_CHARACTERS, problemErrors } from "./import-text.ts";

/** The draft that an import would take the place of. */
interface Standing {
  key: string;
  version: number;
  savedAt: string;
  by: string;
}

const readStanding = async (client: Client, key: string): Promise<Standing | null> => {
  const { data } = await client.query(FormQuery, { key }, { requestPolicy: "network-only" }).toPromise();
  const draft = data?.form?.draft;
  return draft ? { key, version: draft.version, savedAt: draft.savedAt, by: draft.savedBy.name } : null;
};

const useImport = () => {
  const client = useClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [standing, setStanding] = useState<Standing | null>(null);

  const refuse = async (outcome: Exclude<Outcome<unknown>, { kind: "DONE" }>, key: string) => {
    if (outcome.kind === "INVALID" && outcome.problems.length > 0)
      return setErrors(problemErrors(outcome.problems));
    const there = outcome.kind === "CONFLICT" ? await readStanding(client, key) : null;
    setStanding(there);
    setErrors([
      there
        ? { field: "replace", message: outcome.kind === "CONFLICT" ? outcome.message : "" }
        : { field: null, message: explain(outcome) },
    ]);
  };

  const send = async (document: string, key: string, replacesVersion: number | null) => {
    const wrong = checkText(document);
    setErrors(wrong);
    if (wrong.length > 0 || busy) return;
    setBusy(true);
    const input = { document, key: key.trim() || null, replacesVersion };
    const { data, error } = await client.mutation(ImportDraftMutation, { input }).toPromise();
    const outcome = outcomeOf(data?.importFormDraft, error);
    if (outcome.kind !== "DONE") {
      await refuse(outcome, key.trim() || keyInText(document));
      return setBusy(false);
    }
    const { draft } = outcome.value;
    const faults = draft.faults.length;
    const news =
      faults > 0
        ? `Imported as a draft. ${counted(faults, "thing")} must be put right before it can be published.`
        : "Imported as a draft. Nothing stands in the way of publishing it.";
    await navigate(draftAddress(draft.key), { state: { news } });
  };
  return { send, busy, errors, setErrors, standing, setStanding };
};

const Replace = ({
  standing,
  value,
  error,
  onChange,
}: {
  standing: Standing;
  value: string | null;
  error: string | undefined;
  onChange: (value: string) => void;
}) => (
  <Radios
    id="replace"
    legend="This form has a draft already. What should happen with it?"
    legendSize="m"
    hint={`${standing.by} saved it last on ${formatInstant(standing.savedAt)}.`}
    error={error}
    options={[
      { value: "KEEP", label: "Keep it, and import nothing" },
      {
        value: "REPLACE",
        label: "Put the file in its place",
        hint: "What the draft says now stays in the record, whole",
      },
    ]}
    value={value}
    onChange={onChange}
  />
);

const ImportForm = () => {
  const navigate = useNavigate();
  const { send, busy, errors, setErrors, standing, setStanding } = useImport();
  const [text, setText] = useState("");
  const [key, setKey] = useState("");
  const [replace, setReplace] = useState<string | null>(null);
  const [isShown, setShown] = useState(false);
  const errorFor = (field: string) => errors.find((error) => error.field === field)?.message;
  const choose = async (file: File | null) => {
    setErrors([]);
    setStanding(null);
    setText(file === null ? "" : await file.text());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (standing && replace === null)
      return setErrors([{ field: "replace", message: "Choose what should happen with the draft" }]);
    if (standing && replace === "KEEP") return navigate(draftAddress(standing.key));
    await send(text, key, standing ? standing.version : null);
    setShown(true);
  };
  const wrongText = errorFor("document");
  return (
    <Page title="Import a form" crumbs={[FORMS_CRUMB]} errors={errors}>
      <p className="govuk-body">
        A form comes as a file of JSON, as the page of each version exports it, here or in another
        installation. It is kept as a draft, also while it has faults: nobody fills it in before you publish
        it.
      </p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <FileInput
          id="file"
          label="Choose a file"
          hint={`A file of JSON with up to ${MOST_CHARACTERS.toLocaleString("en-GB")} characters`}
          accept=".json,application/json"
          error={errorFor("file")}
          onChoose={(file) => void choose(file)}
        />
        <Details
          summary="Paste the form, or correct what is in the file"
          open={isShown && wrongText !== undefined}
        >
          <Textarea
            id="document"
            label="The form as JSON"
            rows={16}
            error={wrongText}
            value={text}
            onChange={(typed) => {
              setText(typed);
              setStanding(null);
            }}
          />
        </Details>
        <TextInput
          id="key"
          label="Import it as another form (optional)"
          hint="A key in lower-case words joined by hyphens, such as our-own-form. Left empty, it is the form that the file names."
          width="30"
          error={errorFor("key")}
          value={key}
          onChange={(typed) => {
            setKey(typed);
            setStanding(null);
          }}
        />
        {standing ? (
          <Replace standing={standing} value={replace} error={errorFor("replace")} onChange={setReplace} />
        ) : null}
        <ButtonGroup>
          <Button busy={busy}>Import</Button>
        </ButtonGroup>
      </form>
    </Page>
  );
};

/** A form from a file becomes a draft. What is wrong with it is named place by place, and nothing typed is lost. */
export const ImportPage = () => {
  const { viewer } = useLoaderData() as { viewer: { canEditForms: boolean } | null };
  return viewer?.canEditForms ? <ImportForm /> : <NotYours />;
};
