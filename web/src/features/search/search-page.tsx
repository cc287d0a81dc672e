import { SEARCH_LIMITS } from "@due-regard/domain/search/read-search";
import type { ResultOf } from "gql.tada";
import { type FormEvent, type ReactNode, useState } from "react";
import { useLoaderData, useNavigate, useSearchParams } from "react-router";
import { AppLink } from "../../ui/app-link.tsx";
import { Button } from "../../ui/button.tsx";
import { Page, PageHeading } from "../../ui/page.tsx";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import { TextInput } from "../../ui/text-input.tsx";
import type { SearchQuery } from "./queries.ts";
import { isTooLong, SHOWN, searchAddress } from "./search-address.ts";

const LIMIT = `up to ${SEARCH_LIMITS.words} words and ${SEARCH_LIMITS.characters} characters`;

type Found = ResultOf<typeof SearchQuery>;

interface Hit {
  id: string;
  to: string;
  title: string;
  about: string;
}

interface Kind {
  key: string;
  heading: string;
  total: number;
  hits: Hit[];
}

const metricHits = ({ metrics }: Found): Hit[] =>
  metrics.edges.flatMap(({ node }) =>
    "code" in node
      ? [
          {
            id: node.id,
            to: `/performance/metrics/${encodeURIComponent(node.code)}`,
            title: node.title,
            about: node.code,
          },
        ]
      : [],
  );

const elementHits = ({ elements }: Found): Hit[] =>
  elements.edges.flatMap(({ node }) =>
    "strategy" in node
      ? [
          {
            id: node.id,
            to: `/strategies/${node.strategy.slug}`,
            title: node.title,
            about: node.strategy.title,
          },
        ]
      : [],
  );

const strategyHits = ({ strategies }: Found): Hit[] =>
  strategies.edges.flatMap(({ node }) =>
    "slug" in node ? [{ id: node.id, to: `/strategies/${node.slug}`, title: node.title, about: "Plan" }] : [],
  );

const assessmentHits = ({ assessments }: Found): Hit[] =>
  assessments.edges.flatMap(({ node }) =>
    "reference" in node
      ? [
          {
            id: node.id,
            to: `/assessments/${node.reference}`,
            title: node.title,
            about: `${node.reference}, ${node.department.name}, ${ASSESSMENT_STATUS[node.status].words.toLowerCase()}`,
          },
        ]
      : [],
  );

const kindsOf = (found: Found): Kind[] => [
  {
    key: "assessments",
    heading: "Assessments",
    total: found.assessments.totalCount,
    hits: assessmentHits(found),
  },
  {
    key: "metrics",
    heading: "Measures",
    total: found.metrics.totalCount,
    hits: metricHits(found),
  },
  {
    key: "strategies",
    heading: "Plans",
    total: found.strategies.totalCount,
    hits: strategyHits(found),
  },
  {
    key: "elements",
    heading: "What plans say",
    total: found.elements.totalCount,
    hits: elementHits(found),
  },
];

const KindList = ({ kind }: { kind: Kind }) => (
  <section>
    <h2 className="govuk-heading-m">
      {kind.heading} ({kind.total})
    </h2>
    <ul className="app-results">
      {kind.hits.map(({ id, to, title, about }) => (
        <li className="app-results__item" key={id}>
          <AppLink to={to}>{title}</AppLink>
          <span className="govuk-hint app-block govuk-!-margin-bottom-0">{about}</span>
        </li>
      ))}
    </ul>
    {kind.total > kind.hits.length ? (
      <p className="govuk-body">Showing the first {SHOWN}. Add words to narrow it down.</p>
    ) : null}
  </section>
);

const SearchForm = ({ text }: { text: string }) => {
  const navigate = useNavigate();
  const [words, setWords] = useState(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate(searchAddress(words.trim()));
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        id="search-text"
        label="Search for"
        labelSize="s"
        hint={`Words of a title, a code or a reference, ${LIMIT}`}
        type="search"
        value={words}
        onChange={setWords}
      />
      <Button>Search</Button>
    </form>
  );
};

const Results = ({ found, words }: { found: Found; words: string }): ReactNode => {
  const kinds = kindsOf(found).filter(({ total }) => total > 0);
  const total = kinds.reduce((sum, kind) => sum + kind.total, 0);
  return (
    <>
      <p className="govuk-body" role="status">
        {total === 0
          ? `Nothing that you may see was found for “${words}”.`
          : `${total.toLocaleString("en-GB")} found for “${words}”`}
      </p>
      {kinds.map((kind) => (
        <KindList key={kind.key} kind={kind} />
      ))}
    </>
  );
};

/** Assessments, measures, plans and what they say, by words: only what this person may see is found and counted. */
export const SearchPage = () => {
  const found = useLoaderData() as Found | null;
  const [search] = useSearchParams();
  const text = (search.get("text") ?? "").trim();
  return (
    <Page
      title={found ? `${text}: search` : "Search"}
      heading={<PageHeading>Search</PageHeading>}
      crumbs={[{ to: "/", words: "Home" }]}
    >
      <SearchForm key={text} text={text} />
      {isTooLong(text) ? <p className="govuk-error-message">Search for {LIMIT}.</p> : null}
      {found ? <Results found={found} words={text} /> : null}
    </Page>
  );
};
