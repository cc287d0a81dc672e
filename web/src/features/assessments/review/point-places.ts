import type { SelectOption } from "../../../ui/select.tsx";
import { WHOLE } from "../comments/question-places.ts";
import type { Content } from "../types.ts";

const nameOf = ({ number, label }: { number: string | null; label: string }): string =>
  number ? `Question ${number}: ${label}` : label;

/** Every place that a point may be about, in the order of the form: the whole, questions that are asked, their parts and rows. */
export const pointPlaces = (form: Content["form"]): SelectOption[] => [
  { value: WHOLE.place, label: "The whole assessment" },
  ...form
    .flatMap(({ questions }) => questions.filter(({ visible }) => visible))
    .flatMap((question) => [
      { value: question.key, label: nameOf(question) },
      ...question.parts.map((part) => ({
        value: `${question.key}.${part.key}`,
        label: `${nameOf(question)} – ${part.label}`,
      })),
    ]),
];
