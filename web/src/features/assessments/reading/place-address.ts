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

const HAS_ROW_PAGES = ["CHARACTERISTIC_ROWS", "RIGHT_ROWS"];

/** The page on which a place of the form ("potential-impact.AGE") is answered. Null: it is no place of this form. */
export const addressOfPlace = (
  { reference, form }: PlacedForm,
  place: string,
): { to: string; label: string } | null => {
  const [key = "", part] = place.split(".");
  for (const section of form) {
    const question = section.questions.find((each) => each.key === key);
    const topic = topicsOf(section.questions).find(({ questions }) =>
      questions.some((each) => each.key === key),
    );
    if (!question || !topic) continue;
    const address = topicAddress(`/assessments/${reference}`, section.key, topic.slug);
    const name = question.number ? `question ${question.number}` : `“${question.label}”`;
    const partLabel = question.parts.find((each) => each.key === part)?.label;
    const label = partLabel ? `${name}: ${partLabel}` : name;
    return {
      to: part && HAS_ROW_PAGES.includes(question.kind) ? `${address}/${toSlug(part)}` : address,
      label,
    };
  }
  const section = form.find((each) => each.key === place);
  return section ? { to: `/assessments/${reference}/${section.key}`, label: `“${section.title}”` } : null;
};
