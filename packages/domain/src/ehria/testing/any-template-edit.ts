import fc from "fast-check";
import {
  addQuestion,
  addSection,
  changeQuestion,
  changeSection,
  keyForQuestion,
  moveQuestion,
  moveSection,
  removeQuestion,
  removeSection,
} from "../form/edit-template.ts";
import type { FormTemplate } from "../form/template.ts";

export type TemplateEdit = (template: FormTemplate) => FormTemplate;

const at = <Item extends { key: string }>(items: readonly Item[], index: number): string =>
  items[index % Math.max(items.length, 1)]?.key ?? "";

const words = fc.constantFrom("Who gains?", "Who loses?", "How do you know?", "", "Über  alles – and: more");
const place = fc.nat(60);
const direction = fc.constantFrom("UP" as const, "DOWN" as const);

/** Anything that somebody may do to a draft in the editor, once. */
export const anyTemplateEdit: fc.Arbitrary<TemplateEdit> = fc.oneof(
  fc.tuple(place, words).map(
    ([index, text]): TemplateEdit =>
      (template) =>
        changeQuestion(template, at(template.questions, index), { text }),
  ),
  fc.tuple(place, words).map(
    ([index, hint]): TemplateEdit =>
      (template) =>
        changeQuestion(template, at(template.questions, index), { hint }),
  ),
  fc.tuple(place, fc.boolean()).map(
    ([index, required]): TemplateEdit =>
      (template) =>
        changeQuestion(template, at(template.questions, index), { required }),
  ),
  fc.tuple(place, place).map(
    ([index, section]): TemplateEdit =>
      (template) =>
        changeQuestion(template, at(template.questions, index), { section: at(template.sections, section) }),
  ),
  fc.tuple(place, direction).map(
    ([index, way]): TemplateEdit =>
      (template) =>
        moveQuestion(template, at(template.questions, index), way),
  ),
  place.map(
    (index): TemplateEdit =>
      (template) =>
        removeQuestion(template, at(template.questions, index)),
  ),
  fc.tuple(place, words).map(
    ([index, label]): TemplateEdit =>
      (template) =>
        addQuestion(template, keyForQuestion(template, label, []), {
          section: at(template.sections, index),
          label,
          kind: "LONG_TEXT",
        }),
  ),
  fc.tuple(place, words).map(
    ([index, title]): TemplateEdit =>
      (template) =>
        changeSection(template, at(template.sections, index), { title }),
  ),
  fc.tuple(place, direction).map(
    ([index, way]): TemplateEdit =>
      (template) =>
        moveSection(template, at(template.sections, index), way),
  ),
  words.map(
    (title): TemplateEdit =>
      (template) =>
        addSection(template, title),
  ),
  place.map(
    (index): TemplateEdit =>
      (template) =>
        removeSection(template, at(template.sections, index)),
  ),
  words.map(
    (title): TemplateEdit =>
      (template) => ({ ...template, title }),
  ),
);

export const anyTemplateEdits = (most: number): fc.Arbitrary<TemplateEdit> =>
  fc.array(anyTemplateEdit, { maxLength: most }).map(
    (edits): TemplateEdit =>
      (template) =>
        edits.reduce((current, edit) => edit(current), template),
  );
