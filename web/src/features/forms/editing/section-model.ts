import { changeSection, keyFromWords } from "@due-regard/domain/ehria/form/edit-template";
import type {
  Condition,
  FormSection,
  FormSubsection,
  FormTemplate,
} from "@due-regard/domain/ehria/form/template";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { paragraphsOf } from "./guidance-model.ts";

/** A section as a page edits it. */
export interface SectionModel {
  title: string;
  numberPrinted: string;
  intro: string;
  condition: Condition | null;
  subsections: readonly (FormSubsection & { id: string })[];
}

export const readSection = (section: FormSection): SectionModel => ({
  title: section.title,
  numberPrinted: section.numberPrinted ?? "",
  intro: section.intro.join("\n\n"),
  condition: section.condition,
  subsections: section.subsections.map((each) => ({ ...each, id: each.key })),
});

export const checkSection = ({ title }: SectionModel): FieldError[] =>
  title.trim() === "" ? [{ field: "title", message: "Enter a title for the section" }] : [];

/** Headings that were just added get a key of their own; questions name their heading by it. */
const nameHeadings = (subsections: SectionModel["subsections"]): FormSubsection[] => {
  const taken = subsections.map(({ key }) => key).filter((key) => key !== "");
  return subsections.map(({ id: _id, ...each }) => {
    if (each.key !== "") return { ...each, title: each.title.trim() };
    const key = keyFromWords(each.title, taken, "heading");
    taken.push(key);
    return { key, title: each.title.trim() };
  });
};

export const writeSection = (template: FormTemplate, key: string, model: SectionModel): FormTemplate => {
  const subsections = nameHeadings(model.subsections);
  const changed = changeSection(template, key, {
    title: model.title.trim(),
    numberPrinted: model.numberPrinted.trim() || null,
    intro: paragraphsOf(model.intro),
    condition: model.condition,
    subsections,
  });
  // A question under a heading that is gone stands in its section without one.
  const isGone = (heading: string | null): boolean =>
    heading !== null && !subsections.some((each) => each.key === heading);
  return {
    ...changed,
    questions: changed.questions.map((each) =>
      each.section === key && isGone(each.subsection) ? { ...each, subsection: null } : each,
    ),
  };
};
