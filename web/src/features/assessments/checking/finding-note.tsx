import { AppLink } from "../../../ui/app-link.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useDraft } from "../drafting/draft-context.ts";
import { addressOfPlace } from "../reading/place-address.ts";
import type { Finding } from "../types.ts";
import { FINDING_WEIGHT } from "../words.ts";

/** The other places of a finding, each with its link: the other half of a contradiction, the other copies of a text. */
const OtherPlaces = ({ finding, at }: { finding: Finding; at: string }) => {
  const { content } = useDraft();
  const others = [finding.place, ...finding.otherPlaces].filter((place) => place !== at);
  const found = [...new Set(others)].flatMap((place) => addressOfPlace(content, place) ?? []);
  if (found.length === 0) return null;
  return (
    <ul className="app-finding__places" aria-label="It also concerns">
      {found.map(({ to, label }) => (
        <li key={to}>
          <AppLink to={to}>See {label}</AppLink>
        </li>
      ))}
    </ul>
  );
};

/** What the checker says about one field, beside it. `at`: the place that it stands beside. */
export const FindingNote = ({ finding, at }: { finding: Finding; at: string }) => {
  const { words, colour } = FINDING_WEIGHT[finding.weight];
  return (
    <div className={`app-finding app-finding--${finding.weight}`}>
      <p className="govuk-body-s">
        <span className="govuk-visually-hidden">The checker says: </span>
        <Tag colour={colour}>{words}</Tag>
      </p>
      <p className="govuk-body-s">{finding.message}</p>
      <p className="govuk-body-s">
        <strong>What to do:</strong> {finding.remedy}
      </p>
      <OtherPlaces finding={finding} at={at} />
    </div>
  );
};
