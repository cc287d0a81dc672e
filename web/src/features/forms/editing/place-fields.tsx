import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { Select } from "../../../ui/select.tsx";
import { questionTitle } from "../reading/question-facts.ts";
import { sectionTitle } from "../reading/template-view.tsx";
import type { ErrorFor } from "./part-fields.tsx";
import type { QuestionModel } from "./question-model.ts";

interface PlaceFieldsProps {
  template: FormTemplate;
  questionKey: string;
  model: QuestionModel;
  errorFor: ErrorFor;
  change: (part: Partial<QuestionModel>) => void;
}

/** Where a question stands: its section, what it stands after, and under which heading. */
export const PlaceFields = ({ template, questionKey, model, errorFor, change }: PlaceFieldsProps) => {
  const inSection = (section: string) =>
    template.questions.filter((each) => each.section === section && each.key !== questionKey);
  const section = template.sections.find(({ key }) => key === model.section);
  return (
    <>
      <h2 className="govuk-heading-m">Where it stands</h2>
      <Select
        id="section"
        label="Section"
        error={errorFor("section")}
        options={template.sections.map((each) => ({ value: each.key, label: sectionTitle(each) }))}
        value={model.section}
        onChange={(chosen) =>
          change({ section: chosen, after: inSection(chosen).at(-1)?.key ?? "", subsection: "" })
        }
      />
      <Select
        id="after"
        label="It stands"
        options={[
          { value: "", label: "First in its section" },
          ...inSection(model.section).map((each) => ({
            value: each.key,
            label: `After ${questionTitle(each)}`,
          })),
        ]}
        value={model.after}
        onChange={(after) => change({ after })}
      />
      {section && section.subsections.length > 0 ? (
        <Select
          id="subsection"
          label="Under the heading"
          error={errorFor("subsection")}
          options={[
            { value: "", label: "None" },
            ...section.subsections.map(({ key, title }) => ({ value: key, label: title })),
          ]}
          value={model.subsection}
          onChange={(subsection) => change({ subsection })}
        />
      ) : null}
    </>
  );
};
