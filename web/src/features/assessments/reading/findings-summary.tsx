import { AppLink } from "../../../ui/app-link.tsx";
import type { Finding, Overview } from "../types.ts";

const COUNTED: readonly { weight: Finding["weight"]; one: string; many: string }[] = [
  { weight: "BLOCKS", one: "thing that must be put right", many: "things that must be put right" },
  { weight: "WARNS", one: "thing to look at", many: "things to look at" },
  { weight: "SUGGESTS", one: "suggestion", many: "suggestions" },
];

/** How much the checker found; the findings themselves stand where the whole assessment is read. */
export const FindingsSummary = ({ assessment }: { assessment: Overview }) => {
  const counts = COUNTED.map((each) => ({
    ...each,
    count: assessment.findings.filter(({ weight }) => weight === each.weight).length,
  })).filter(({ count }) => count > 0);
  return (
    <section aria-labelledby="checker">
      <h2 className="govuk-heading-m" id="checker">
        What the checker found
      </h2>
      {counts.length === 0 ? (
        <p className="govuk-body">Nothing to mention.</p>
      ) : (
        <>
          <ul className="govuk-list govuk-list--bullet">
            {counts.map(({ weight, count, one, many }) => (
              <li key={weight}>
                {count} {count === 1 ? one : many}
              </li>
            ))}
          </ul>
          <p className="govuk-body">
            <AppLink to={`/assessments/${assessment.reference}/check`}>See what was found, and where</AppLink>
          </p>
        </>
      )}
    </section>
  );
};
