import { AppLink } from "../../../ui/app-link.tsx";

interface Kept {
  reference: string;
  keptAside: readonly unknown[];
  givenUpTexts: readonly unknown[];
}

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** Says that something is kept which doesn't count, and leads to it. Whoever may not see the workings is told of none. */
export const KeptLink = ({ assessment: { reference, keptAside, givenUpTexts } }: { assessment: Kept }) => {
  const words = [
    ...counted(keptAside.length, "answer", "answers"),
    ...counted(givenUpTexts.length, "text given up for another’s", "texts given up for others’"),
  ];
  if (words.length === 0) return null;
  return (
    <p className="govuk-body">
      <AppLink to={`/assessments/${reference}/kept`}>Kept but not counted</AppLink>: {words.join(", ")}
    </p>
  );
};
