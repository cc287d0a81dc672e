import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { InsetText } from "../../../ui/banners.tsx";
import { Page } from "../../../ui/page.tsx";
import { addressOfPlace } from "../reading/place-address.ts";
import { CommentsQuery, commentsVariables, SHOWN } from "./comments-query.ts";
import { WHOLE } from "./question-places.ts";
import { TalkForm } from "./talk-form.tsx";
import { TalkView } from "./talk-view.tsx";
import type { Talks } from "./talks-context.tsx";
import type { Talk } from "./types.ts";

type Commented = NonNullable<ResultOf<typeof CommentsQuery>["assessment"]>;

const Choice = ({ chosen }: { chosen: string }) => (
  <nav className="app-choice" aria-label="Which comments to show">
    <ul className="app-choice__list">
      {SHOWN.map(({ value, label }) => (
        <li key={label}>
          <AppLink
            to={value ? `?show=${value}` : "?"}
            className="app-choice__link"
            current={value === chosen}
          >
            {label}
          </AppLink>
        </li>
      ))}
    </ul>
  </nav>
);

interface Group {
  key: string;
  heading: string;
  talks: Talk[];
}

/** Talks by section, in the order of the form; first what is about the whole, last what the form no longer asks. */
const groupsOf = ({ form, comments, commentCounts }: Commented): Group[] => {
  const sectionOf = new Map(commentCounts.map(({ place, section }) => [place, section]));
  const keyOf = ({ place }: Talk) => (place === WHOLE.place ? WHOLE.place : (sectionOf.get(place) ?? ""));
  const groups = Map.groupBy(
    comments.edges.map(({ node }) => node),
    keyOf,
  );
  const headings = [
    { key: WHOLE.place, heading: "The whole assessment" },
    ...form.map(({ key, number, title }) => ({
      key,
      heading: number ? `Section ${number}: ${title}` : title,
    })),
    { key: "", heading: "Questions that the form no longer asks" },
  ];
  return headings.flatMap((each) => {
    const talks = groups.get(each.key);
    return talks ? [{ ...each, talks }] : [];
  });
};

/** What its place is called, and the way there for those who may write there. */
const PlaceOf = ({ talk, assessment }: { talk: Talk; assessment: Commented }) => {
  const found = addressOfPlace(assessment, talk.place);
  if (talk.place === WHOLE.place || !found) return null;
  const mayWrite = assessment.availableActions.includes("EDIT");
  return <>On {mayWrite ? <AppLink to={found.to}>{found.label}</AppLink> : found.label}</>;
};

const pointWords = ({ commentCounts }: Commented): string | null => {
  const count = commentCounts.reduce((sum, { unanswered }) => sum + unanswered, 0);
  if (count === 0) return null;
  return count === 1
    ? "One point of the chair needs an answer before this can be submitted again."
    : `${count} points of the chair need an answer before this can be submitted again.`;
};

/** All that is said about one assessment, in one place: to be read through and answered. */
export const CommentsPage = () => {
  const { reference = "" } = useParams();
  const [search] = useSearchParams();
  const [news, setNews] = useState("");
  const { assessment, viewer } = useLiveData(CommentsQuery, commentsVariables(reference, search));
  if (!assessment) return null;
  const { edges, totalCount, pageInfo } = assessment.comments;
  const page: Talks = {
    reference,
    revision: assessment.revision,
    person: viewer?.user.id ?? "",
    talks: edges.map(({ node }) => node),
    more: totalCount - edges.length,
    mayComment: assessment.availableActions.includes("COMMENT"),
  };
  const points = pointWords(assessment);
  const next = new URLSearchParams(search);
  if (pageInfo.endCursor) next.set("after", pageInfo.endCursor);
  return (
    <Page
      title="Comments"
      caption={assessment.title}
      crumbs={[
        { to: "/assessments", words: "Assessments" },
        { to: `/assessments/${reference}`, words: reference },
      ]}
    >
      <p className="govuk-body">
        Comments are between those who write this assessment and those who review it. They are never part of
        what is signed or published.
      </p>
      {points ? <InsetText>{points}</InsetText> : null}
      <Choice chosen={search.get("show") ?? ""} />
      <p className="govuk-body" role="status">
        {news || (totalCount === 1 ? "1 comment" : `${totalCount} comments`)}
      </p>
      {groupsOf(assessment).map(({ key, heading, talks }) => (
        <section key={key} aria-labelledby={`talks-${key}`}>
          <h2 className="govuk-heading-m" id={`talks-${key}`}>
            {heading}
          </h2>
          <ol className="app-talks__list">
            {talks.map((talk) => (
              <TalkView
                key={talk.id}
                talk={talk}
                page={page}
                label={<PlaceOf talk={talk} assessment={assessment} />}
                onNews={setNews}
              />
            ))}
          </ol>
        </section>
      ))}
      {pageInfo.hasNextPage ? (
        <p className="govuk-body">
          <AppLink to={`?${next}`}>Next comments</AppLink>
        </p>
      ) : null}
      {page.mayComment ? (
        <TalkForm
          reference={reference}
          person={page.person}
          places={[WHOLE]}
          label="Comment on the whole assessment"
          button="Add comment"
          onSent={setNews}
        />
      ) : null}
    </Page>
  );
};
