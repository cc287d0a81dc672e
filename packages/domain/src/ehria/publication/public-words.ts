import type { PublicCopy } from "./public-copy.ts";

/** All that the copy says, for the search of the register. */
export const publicWords = (copy: PublicCopy): string => {
  const words: (string | null)[] = [
    ...copy.sections.flatMap(({ questions }) =>
      questions.flatMap(({ label, text, parts }) => [label, text, ...parts.map((part) => part.text)]),
    ),
    ...copy.characteristicImpacts.flatMap(({ label, comments, barriers }) => [label, comments, barriers]),
    ...copy.rightImpacts.flatMap(({ title, comments, justification }) => [
      title,
      comments,
      ...Object.values(justification ?? {}),
    ]),
    ...copy.improvementActions.flatMap(({ objective, action, target }) => [objective, action, target]),
    ...copy.evidence.flatMap(({ title, note }) => [title, note]),
  ];
  return words.filter((each) => each !== null && each !== "").join("\n");
};

/** The groups that it says are affected, each once, in the order of the form. */
export const affectedGroups = ({
  characteristicImpacts,
}: PublicCopy): PublicCopy["characteristicImpacts"][number]["characteristic"][] => [
  ...new Set(
    characteristicImpacts
      .filter(({ affected }) => affected === true)
      .map(({ characteristic }) => characteristic),
  ),
];
