import { type FormEvent, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { Button } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Page } from "../../../ui/page.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { ChoiceFields, type ChoiceState, checkChoice } from "./choice-fields.tsx";
import { findPassages } from "./find-passages.ts";
import { PublishQuery } from "./queries.ts";
import type { Publication } from "./types.ts";
import { useDecide } from "./use-decide.ts";

interface AddPassageFormProps {
  reference: string;
  texts: Publication["texts"];
  onErrors: (errors: readonly FieldError[]) => void;
}

/** As the server names it: what is added must stand in the text. */
const WORDS_FIELD = "hit";

const AddPassageForm = ({ reference, texts, onErrors }: AddPassageFormProps) => {
  const navigate = useNavigate();
  const [place, setPlace] = useState(texts[0]?.place ?? "");
  const [words, setWords] = useState("");
  const [state, setState] = useState<ChoiceState>({ choice: null, reason: "", replacement: "" });
  const { decide, busy, setErrors, errorFor } = useDecide(reference, onErrors);
  const text = texts.find((each) => each.place === place)?.text ?? "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const passages = findPassages(place, text, words);
    const missing = { field: WORDS_FIELD, message: "Write words just as they stand in this text" };
    const problems = [...(passages.length > 0 ? [] : [missing]), ...checkChoice(state)];
    setErrors(problems);
    const { choice, replacement } = state;
    if (problems.length > 0 || choice === null) return;
    const rest = { choice, version: 0, replacement: choice === "REPLACE" ? replacement : null };
    void decide(
      passages.map((passage) => ({ passage, ...rest })),
      () => navigate(`/assessments/${reference}/publish`),
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Select
        id="place"
        label="Where does it stand?"
        options={texts.map((each) => ({ value: each.place, label: each.label }))}
        value={place}
        onChange={setPlace}
      />
      <blockquote className="app-statement app-passage">{text}</blockquote>
      <TextInput
        id={WORDS_FIELD}
        label="Words that the public shouldn’t read"
        hint="Copy them from the text above. Every place in it where they stand is meant."
        error={errorFor(WORDS_FIELD)}
        value={words}
        onChange={setWords}
      />
      <ChoiceFields state={state} onChange={setState} errorFor={errorFor} mayKeep={false} />
      <Button busy={busy}>Add this passage</Button>
    </form>
  );
};

/** What the searches missed: a person reads the text besides. */
export const AddPassagePage = () => {
  const { reference = "" } = useParams();
  const { assessment } = useLiveData(PublishQuery, { reference });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const publication = assessment?.publication;
  if (!publication || !assessment.availableActions.includes("PREPARE_PUBLICATION"))
    return <MissingAssessment />;
  return (
    <Page
      title="Add a passage that was missed"
      caption={assessment.title}
      errors={errors}
      crumbs={[
        { to: `/assessments/${reference}`, words: reference },
        { to: `/assessments/${reference}/publish`, words: "Publish" },
      ]}
    >
      <AddPassageForm reference={reference} texts={publication.texts} onErrors={setErrors} />
    </Page>
  );
};
