import { SummaryList } from "../../../ui/summary-list.tsx";
import type { Hit } from "./types.ts";
import { decisionInWords } from "./words.ts";

interface DecidedListProps {
  reference: string;
  hits: readonly Hit[];
  /** False: they are only to be read. */
  mayChange: boolean;
}

/** What was decided so far, by whom, each with the way to decide anew. */
export const DecidedList = ({ reference, hits, mayChange }: DecidedListProps) => {
  const rows = hits.flatMap(({ id, label, text, decision }) =>
    decision === null
      ? []
      : [
          {
            key: id,
            label: (
              <>
                “{text}”<span className="govuk-caption-m">{label}</span>
              </>
            ),
            value: (
              <>
                {decisionInWords(decision)}
                <span className="govuk-caption-m">{decision.by.name}</span>
              </>
            ),
            change: mayChange
              ? {
                  to: `/assessments/${reference}/publish?hit=${id}`,
                  words: "Change",
                  hiddenText: `what was decided about “${text}”`,
                }
              : undefined,
          },
        ],
  );
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Decided</h2>
      <SummaryList rows={rows} />
    </>
  );
};
