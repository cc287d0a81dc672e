import { AppLink } from "../../../ui/app-link.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Content, Finding } from "../types.ts";
import { FINDING_WEIGHT } from "../words.ts";
import { addressOfPlace } from "./place-address.ts";

const WEIGHTS = ["BLOCKS", "WARNS", "SUGGESTS"] as const;

const byWeight = (left: Finding, right: Finding) =>
  WEIGHTS.indexOf(left.weight) - WEIGHTS.indexOf(right.weight);

interface FindingsProps {
  findings: readonly Finding[];
  /** The form, where the reader may go and change things. Null: no links. */
  form: Pick<Content, "reference" | "form"> | null;
}

const Place = ({ finding, form }: { finding: Finding; form: FindingsProps["form"] }) => {
  const found = form && addressOfPlace(form, finding.place);
  return found ? (
    <p className="govuk-body">
      <AppLink to={found.to}>Go to {found.label}</AppLink>
    </p>
  ) : null;
};

/** What a good reviewer would notice: where, why it matters and what to do. */
export const Findings = ({ findings, form }: FindingsProps) =>
  findings.length === 0 ? (
    <p className="govuk-body">The checker found nothing to mention.</p>
  ) : (
    [...findings].sort(byWeight).map((finding) => (
      <div
        className={`app-finding app-finding--${finding.weight}`}
        key={`${finding.rule} ${finding.place} ${finding.message}`}
      >
        <p className="govuk-body">
          <Tag colour={FINDING_WEIGHT[finding.weight].colour}>{FINDING_WEIGHT[finding.weight].words}</Tag>
        </p>
        <p className="govuk-body">{finding.message}</p>
        <p className="govuk-body">
          <strong>What to do:</strong> {finding.remedy}
        </p>
        <Place finding={finding} form={form} />
      </div>
    ))
  );
