import type { ResultOf } from "gql.tada";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useClient } from "urql";
import { newKey } from "../../data/new-key.ts";
import { explain, outcomeOf } from "../../data/outcome.ts";
import { useLiveData } from "../../data/use-live-data.ts";
import { WarningText } from "../../ui/banners.tsx";
import { Button } from "../../ui/button.tsx";
import type { FieldError } from "../../ui/error-summary.tsx";
import { Page } from "../../ui/page.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { StartMutation } from "./mutations.ts";
import { SimilarNotice } from "./similar-notice.tsx";
import { StartQuery } from "./start-query.ts";

type Choices = ResultOf<typeof StartQuery>;

interface Chosen {
  title: string;
  department: string;
  templateKey: string;
}

const check = ({ title, department }: Chosen): FieldError[] => [
  ...(title.trim() === "" ? [{ field: "title", message: "Enter what the policy is called" }] : []),
  ...(department === "" ? [{ field: "department", message: "Choose a department" }] : []),
];

const useStart = () => {
  const client = useClient();
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const start = async (chosen: Chosen) => {
    const found = check(chosen);
    setErrors(found);
    if (found.length > 0) return;
    setBusy(true);
    const { title, department, templateKey } = chosen;
    const input = { title, department, templateKey: templateKey || null, idempotencyKey: key };
    const { data, error } = await client.mutation(StartMutation, { input }).toPromise();
    setBusy(false);
    const outcome = outcomeOf(data?.startAssessment, error);
    if (outcome.kind === "DONE") return navigate(`/assessments/${outcome.value.assessment.reference}`);
    const problems = outcome.kind === "INVALID" ? outcome.problems : [];
    setErrors(
      problems.length > 0
        ? problems.map(({ path, message }) => ({
            field: ["title", "department"].find((field) => path.endsWith(field)) ?? null,
            message,
          }))
        : [{ field: null, message: explain(outcome) }],
    );
  };
  return { start, busy, errors };
};

/** Published forms, the newest version of each. */
const formOptions = ({ formTemplates }: Choices) => {
  const newest = new Map<string, Choices["formTemplates"][number]>();
  for (const template of formTemplates.filter(({ publishedAt }) => publishedAt !== null)) {
    if ((newest.get(template.key)?.version ?? 0) < template.version) newest.set(template.key, template);
  }
  return [...newest.values()].map(({ key, title }) => ({ value: key, label: title }));
};

const StartForm = ({ choices }: { choices: Choices }) => {
  const { start, busy, errors } = useStart();
  const forms = formOptions(choices);
  const [chosen, setChosen] = useState<Chosen>({
    title: "",
    department: choices.viewer?.department?.id ?? "",
    templateKey: forms[0]?.value ?? "",
  });
  const [named, setNamed] = useState("");
  const errorFor = (field: string) => errors.find((error) => error.field === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void start(chosen);
  };
  return (
    <Page title="Start an assessment" errors={errors} crumbs={[{ to: "/assessments", words: "Assessments" }]}>
      <p className="govuk-body">
        Start before anything is decided. You can change all of this later, and ask others to help.
      </p>
      <form onSubmit={submit} noValidate>
        <TextInput
          id="title"
          label="What is the policy called?"
          labelSize="s"
          hint="“Policy” here means any policy, practice, procedure, function or service."
          error={errorFor("title")}
          value={chosen.title}
          onChange={(title) => setChosen({ ...chosen, title })}
          onBlur={() => setNamed(chosen.title)}
        />
        <Select
          id="department"
          label="Which department is it for?"
          error={errorFor("department")}
          options={[
            { value: "", label: "Choose a department" },
            ...choices.departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={chosen.department}
          onChange={(department) => setChosen({ ...chosen, department })}
        />
        {forms.length > 1 ? (
          <Select
            id="form"
            label="Which form?"
            options={forms}
            value={chosen.templateKey}
            onChange={(templateKey) => setChosen({ ...chosen, templateKey })}
          />
        ) : null}
        <Button busy={busy}>Start</Button>
      </form>
      {/* Below the button: it comes when the field is left, and would push the button away from under a pointer that presses it. */}
      <SimilarNotice title={named} department={chosen.department} />
    </Page>
  );
};

export const StartPage = () => {
  const choices = useLiveData(StartQuery, {});
  if (choices.viewer?.canStartAssessment) return <StartForm choices={choices} />;
  return (
    <Page title="Start an assessment" crumbs={[{ to: "/assessments", words: "Assessments" }]}>
      <WarningText>Your role does not let you start an assessment. Officers of a department can.</WarningText>
    </Page>
  );
};
