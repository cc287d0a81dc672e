import type { ResultOf } from "gql.tada";
import { Details } from "../../../ui/details.tsx";
import { formatInstant } from "../../../ui/format/dates.ts";
import { Tag, type TagColour } from "../../../ui/tag.tsx";
import type { ReviewQuery } from "./queries.ts";

export type Recommendation = NonNullable<
  ResultOf<typeof ReviewQuery>["assessment"]
>["recommendations"][number];
export type RecommendationKind = Recommendation["recommendation"];

export const RECOMMENDATION: Record<RecommendationKind, { words: string; colour: TagColour }> = {
  SIGN_OFF: { words: "Sign it off", colour: "green" },
  ASK_FOR_CHANGES: { words: "Ask for changes", colour: "orange" },
};

const Earlier = ({ earlier }: Pick<Recommendation, "earlier">) =>
  earlier.length === 0 ? null : (
    <Details summary={earlier.length === 1 ? "What they said before" : `${earlier.length} earlier versions`}>
      <ul className="govuk-list">
        {earlier.map(({ recommendation, reason, at }) => (
          <li key={at}>
            <p className="app-talk__by">
              {RECOMMENDATION[recommendation].words}, {formatInstant(at)}
            </p>
            <p className="govuk-body app-text">{reason}</p>
          </li>
        ))}
      </ul>
    </Details>
  );

const Item = ({ each }: { each: Recommendation }) => {
  const { words, colour } = RECOMMENDATION[each.recommendation];
  return (
    <li className="app-talk">
      <p className="app-talk__state">
        <Tag colour={colour}>{words}</Tag>
      </p>
      <p className="app-talk__by">
        <strong>{each.by.name}</strong>, {each.by.jobTitle},{" "}
        <time dateTime={each.at}>{formatInstant(each.at)}</time>
      </p>
      <p className="govuk-body app-text app-talk__text">{each.reason}</p>
      <Earlier earlier={each.earlier} />
    </li>
  );
};

interface RecommendationsProps {
  recommendations: readonly Recommendation[];
  /** The revision that the page shows: what was recommended about earlier ones is folded away. */
  revision: number;
}

/** What members of the group recommend. */
export const Recommendations = ({ recommendations, revision }: RecommendationsProps) => {
  const now = recommendations.filter((each) => each.revision === revision);
  const before = recommendations.filter((each) => each.revision < revision);
  return (
    <section aria-labelledby="recommendations">
      <h2 className="govuk-heading-m" id="recommendations">
        Recommendations of the group
      </h2>
      {now.length === 0 ? (
        <p className="govuk-body">Nobody has recommended anything about this revision yet.</p>
      ) : (
        <ul className="app-talks__list">
          {now.map((each) => (
            <Item key={each.by.id} each={each} />
          ))}
        </ul>
      )}
      {before.length > 0 ? (
        <Details summary="Recommendations about earlier revisions">
          <ul className="app-talks__list">
            {before.map((each) => (
              <Item key={`${each.revision} ${each.by.id}`} each={each} />
            ))}
          </ul>
        </Details>
      ) : null}
    </section>
  );
};
