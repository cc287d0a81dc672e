import { tidyTemplate } from "./edit-template.ts";
import { showQuestionValue, showValue } from "./show-template-value.ts";
import type { FormQuestion, FormSection, FormTemplate } from "./template.ts";

/** A place that two people changed in different ways, as "questions.who.text", "sections.about", "form.title" name it. */
interface ClashPlace {
  list: "questions" | "sections" | "form";
  /** Null: the order of the list. */
  key: string | null;
  /** Null: the whole thing, which one of the two took out. */
  attribute: string | null;
}

const readPath = (path: string): ClashPlace => {
  const [list = "form", first = null, second = null] = path.split(".");
  if (list === "form") return { list, key: null, attribute: first };
  return { list: list === "sections" ? "sections" : "questions", key: first, attribute: second };
};

type Item = FormQuestion | FormSection;

const itemsOf = (template: FormTemplate, { list }: ClashPlace): readonly Item[] =>
  list === "sections" ? template.sections : template.questions;

const itemOf = (template: FormTemplate, place: ClashPlace): Item | undefined =>
  itemsOf(template, place).find(({ key }) => key === place.key);

const withItems = (template: FormTemplate, { list }: ClashPlace, items: readonly Item[]): FormTemplate =>
  ({ ...template, [list]: items }) as FormTemplate;

const nameOf = (item: Item): string => ("label" in item ? item.label : item.title);

const isQuestion = (item: Item): item is FormQuestion => "label" in item;

/** What one of the two has at such a place, in words. Null: nothing. */
export const showClash = (template: FormTemplate, path: string): string | null => {
  const place = readPath(path);
  if (place.list === "form") return showValue(Reflect.get(template, place.attribute ?? ""), template);
  if (place.key === null) return itemsOf(template, place).map(nameOf).join("\n");
  const item = itemOf(template, place);
  if (item === undefined) return null;
  if (place.attribute === null) return isQuestion(item) ? item.text || item.label : item.title;
  return isQuestion(item)
    ? showQuestionValue(place.attribute as keyof FormQuestion, item, template)
    : showValue(Reflect.get(item, place.attribute), template);
};

const inOrderOf = (items: readonly Item[], order: readonly Item[]): Item[] => {
  const place = new Map(order.map(({ key }, index) => [key, index]));
  return items.toSorted(
    (one, other) => (place.get(one.key) ?? order.length) - (place.get(other.key) ?? order.length),
  );
};

/** The merged draft with what one of the two has at this place, also where that is nothing any more. */
export const takeAt = (merged: FormTemplate, from: FormTemplate, path: string): FormTemplate => {
  const place = readPath(path);
  if (place.list === "form")
    return { ...merged, [place.attribute ?? ""]: Reflect.get(from, place.attribute ?? "") };
  const items = itemsOf(merged, place);
  if (place.key === null)
    return tidyTemplate(withItems(merged, place, inOrderOf(items, itemsOf(from, place))));
  const wanted = itemOf(from, place);
  const changed = items.flatMap((item): Item[] => {
    if (item.key !== place.key) return [item];
    if (wanted === undefined) return [];
    if (place.attribute === null) return [wanted];
    return [{ ...item, [place.attribute]: Reflect.get(wanted, place.attribute) }];
  });
  return tidyTemplate(withItems(merged, place, changed));
};
