import { SummaryList } from "../../../ui/summary-list.tsx";
import type { Signing } from "../types.ts";
import { likelyImpactWords } from "../words.ts";

const names = (people: readonly { name: string; jobTitle: string }[]): string =>
  people.map(({ name, jobTitle }) => `${name}, ${jobTitle}`).join("; ") || "Nobody";

/** Who wrote it and what the screening came to: what a signatory should know first. */
export const DecisionFacts = ({ assessment }: { assessment: Signing }) => {
  const { screeningDecision: decision } = assessment;
  return (
    <SummaryList
      rows={[
        { key: "department", label: "Department", value: assessment.department.name },
        { key: "lead", label: "Lead officer", value: names([assessment.leadOfficer]) },
        { key: "others", label: "Contributors", value: names(assessment.contributors) },
        ...(decision
          ? [
              { key: "impact", label: "Likely impact", value: likelyImpactWords(decision.likelyImpact) },
              {
                key: "report",
                label: "Full report",
                value: `${decision.reportRequired ? "Required" : "Not required"}. ${decision.requiredBy}`,
              },
            ]
          : []),
        { key: "revision", label: "Revision", value: assessment.revision },
      ]}
    />
  );
};
