import { fieldId, questionId } from "../drafting/fields/field.ts";
import { toSlug } from "../drafting/rows.ts";
import { topicAddress, topicsOf } from "../drafting/topics.ts";

interface PlacedForm {
  reference: string;
  form: readonly {
    key: string;
    title: string;
    questions: readonly {
      parts: readonly { key: string; label: string }[];
      key: string;
      kind: string;
      number: string | null;
      label: string;
      text: string;
      subsection: string | null;
    }[];
  }[];
}

/** What else is known of a place: which field of it, and which action of the improvement plan. */
interface Spot {
  field?: string | null;
  action?: string | null;
}

export interface PlaceAddress {
  /** The page and the field on it, which takes the focus there. */
  to: string;
  label: string;
}

type Question = PlacedForm["form"][number]["questions"][number];

const HAS_ROW_PAGES = ["CHARACTERISTIC_ROWS", "RIGHT_ROWS"];

/** The page of a row or an action, or the topic's own, with the field that the place is about. */
const spotOn = (
  address: string,
  { key, kind, parts }: Question,
  place: string,
  { field, action }: Spot,
): string => {
  const part = place.split(".")[1];
  const end = field ? `-${field}` : "";
  if (action) return `${address}/${encodeURIComponent(action)}#action${end}`;
  if (kind === "IMPROVEMENT_PLAN") return address;
  if (!HAS_ROW_PAGES.includes(kind)) {
    return `${address}#${parts.length > 0 && part === undefined ? questionId(key) : `${fieldId(place)}${end}`}`;
  }
  return part ? `${address}/${toSlug(part)}#${fieldId(place)}${end}` : address;
};

const nameOf = (question: Question, part: string | undefined): string => {
  const name = question.number ? `question ${question.number}` : `“${question.label}”`;
  const partLabel = question.parts.find((each) => each.key === part)?.label;
  return partLabel ? `${name}: ${partLabel}` : name;
};

/** Where a place of the form ("potential-impact.AGE") is answered. Null: it is no place of this form. */
export const addressOfPlace = (
  { reference, form }: PlacedForm,
  place: string,
  spot: Spot = {},
): PlaceAddress | null => {
  const [key = "", part] = place.split(".");
  const root = `/assessments/${reference}`;
  for (const section of form) {
    const question = section.questions.find((each) => each.key === key);
    const topic = topicsOf(section.questions).find(({ questions }) =>
      questions.some((each) => each.key === key),
    );
    if (!question || !topic) continue;
    const address = topicAddress(root, section.key, topic.slug);
    return { to: spotOn(address, question, place, spot), label: nameOf(question, part) };
  }
  const section = form.find((each) => each.key === place);
  return section ? { to: `${root}/${section.key}`, label: `“${section.title}”` } : null;
};
