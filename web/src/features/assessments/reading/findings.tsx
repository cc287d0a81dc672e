import { AppLink } from "../../../ui/app-link.tsx";
import type { Content, Finding } from "../types.ts";
import { FINDING_WEIGHT } from "../words.ts";
import { type FindingsForReason, groupFindings } from "./group-findings.ts";
import { addressOfPlace, type PlaceAddress } from "./place-address.ts";

interface FindingsProps {
  findings: readonly Finding[];
  /** The form, where the reader may go and change things. Null: no links. */
  form: Pick<Content, "reference" | "form"> | null;
}

type Form = FindingsProps["form"];

const addressesOf = (finding: Finding, form: Form): PlaceAddress[] =>
  form === null
    ? []
    : [
        addressOfPlace(form, finding.place, finding) ?? [],
        ...finding.otherPlaces.map((place) => addressOfPlace(form, place) ?? []),
      ].flat();

/** What to do, and where: the first place is the one to go to, the others say the same or the contrary. */
const Item = ({ finding, form }: { finding: Finding; form: Form }) => {
  const [first, ...others] = addressesOf(finding, form);
  return (
    <li>
      {finding.remedy}
      {first ? (
        <span className="app-finding__places">
          <AppLink to={first.to} hiddenText={`: ${finding.remedy}`}>
            Go to {first.label}
          </AppLink>
          {others.map(({ to, label }) => (
            <AppLink key={to} to={to}>
              See {label}
            </AppLink>
          ))}
        </span>
      ) : null}
    </li>
  );
};

const Reason = ({ reason, weight, form }: { reason: FindingsForReason; weight: string; form: Form }) => (
  <div className={`app-finding app-finding--${weight}`}>
    <p className="govuk-body">{reason.message}</p>
    <ul className="govuk-list govuk-list--bullet">
      {reason.findings.map((finding) => (
        <Item key={`${finding.place} ${finding.field} ${finding.remedy}`} finding={finding} form={form} />
      ))}
    </ul>
  </div>
);

/** What a good reviewer would notice, by weight: why it matters, what to do and where. */
export const Findings = ({ findings, form }: FindingsProps) =>
  findings.length === 0 ? (
    <p className="govuk-body">The checker found nothing to mention.</p>
  ) : (
    groupFindings(findings).map(({ weight, count, reasons }) => (
      <section key={weight} aria-labelledby={`findings-${weight}`}>
        <h3 className="govuk-heading-s" id={`findings-${weight}`}>
          {FINDING_WEIGHT[weight].heading} ({count})
        </h3>
        {reasons.map((reason) => (
          <Reason key={reason.message} reason={reason} weight={weight} form={form} />
        ))}
      </section>
    ))
  );
