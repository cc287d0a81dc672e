import { kindWords } from "./kinds/registry.ts";
import type { FormTemplate, QuestionKind } from "./template.ts";
import { questionPath, type TemplateFault, templateFault } from "./template-fault.ts";

/** Kinds that a question may grow into: all that was answered before is still an answer, and still shown. */
const GROWS_INTO: Partial<Record<QuestionKind, readonly QuestionKind[]>> = {
  TEXT: ["LONG_TEXT", "PEOPLE"],
  PEOPLE: ["LONG_TEXT"],
  DATE: ["DATE_OR_TBC"],
  YES_NO: ["YES_NO_UNKNOWN"],
  YES_NO_MATRIX: ["YES_NO_UNKNOWN_MATRIX"],
};

/** The kinds that a question may have in a later version: its own, and those in which every answer to it still is one. */
export const laterKinds = (kind: QuestionKind): readonly QuestionKind[] => [
  kind,
  ...(GROWS_INTO[kind] ?? []),
];

/**
 * A question of another kind is another question: under the same key its answers would be read as something that nobody
 * said. Answers carry from version to version by key, so a key keeps its kind for good.
 */
export const checkSuccession = (earlier: readonly FormTemplate[], template: FormTemplate): TemplateFault[] =>
  template.questions.flatMap(({ key, kind }) => {
    const before = earlier
      .map((each) => ({ version: each.version, question: each.questions.find((old) => old.key === key) }))
      .find(({ question }) => question !== undefined && !laterKinds(question.kind).includes(kind));
    if (before?.question === undefined) return [];
    return [
      templateFault(
        questionPath(key, "kind"),
        `This question was of kind ${kindWords(before.question.kind)} in version ${before.version}, and its answers carry over`,
        "Give it that kind again, or remove it and add a new question",
      ),
    ];
  });
