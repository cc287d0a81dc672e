import { AppLink } from "../../ui/app-link.tsx";
import { formatDate } from "../../ui/format/dates.ts";
import type { Overview } from "./types.ts";
import { likelyImpactWords } from "./words.ts";

interface Fact {
  label: string;
  value: string | null;
}

const person = ({ name, jobTitle }: { name: string; jobTitle: string }) => `${name}, ${jobTitle}`;

const factsOf = (assessment: Overview): Fact[] => {
  const { screeningDecision: decision, source } = assessment;
  return [
    { label: "Department", value: assessment.department.name },
    { label: "Lead officer", value: person(assessment.leadOfficer) },
    { label: "Contributors", value: assessment.contributors.map(person).join("; ") || "None" },
    { label: "Started", value: formatDate(assessment.startedOn) },
    { label: "Completed", value: assessment.completedOn && formatDate(assessment.completedOn) },
    { label: "Review due", value: assessment.reviewDueOn && formatDate(assessment.reviewDueOn) },
    { label: "Form", value: `${assessment.template.title}, version ${assessment.template.version}` },
    { label: "Revision", value: String(assessment.revision) },
    { label: "Likely impact", value: decision && likelyImpactWords(decision.likelyImpact) },
    {
      label: "Full report",
      value: decision && `${decision.reportRequired ? "Required" : "Not required"}. ${decision.requiredBy}`,
    },
    {
      label: "Source",
      value:
        source &&
        [source.title, source.committee, source.meetingDate && formatDate(source.meetingDate)]
          .filter(Boolean)
          .join(", "),
    },
  ];
};

export const OverviewFacts = ({ assessment }: { assessment: Overview }) => (
  <>
    <h2 className="govuk-heading-m">About it</h2>
    <dl className="app-facts">
      {factsOf(assessment)
        .filter(({ value }) => value)
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
    {assessment.supersededBy ? (
      <p className="govuk-body">
        Its place was taken by{" "}
        <AppLink to={`/assessments/${assessment.supersededBy.reference}`}>
          {assessment.supersededBy.reference}: {assessment.supersededBy.title}
        </AppLink>
        .
      </p>
    ) : null}
    <p className="govuk-body">
      <AppLink to={`/assessments/${assessment.reference}/check`}>Read the whole assessment</AppLink>
    </p>
    <p className="govuk-body">
      <AppLink to={`/assessments/${assessment.reference}/people`}>Who writes it</AppLink>
    </p>
    {assessment.canWatch ? (
      <p className="govuk-body">
        <AppLink to={`/assessments/${assessment.reference}/watch`}>
          When it is reviewed, and what is watched
        </AppLink>
      </p>
    ) : null}
  </>
);
