import { useEffect, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { useClient } from "urql";
import { useLiveData } from "../../../data/use-live-data.ts";
import { LinkButton } from "../../../ui/button.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Page } from "../../../ui/page.tsx";
import { DeliveryActions } from "../actions/delivery-actions.tsx";
import { Gaps } from "./gaps.tsx";
import { InShort } from "./in-short.tsx";
import { OutcomeTree } from "./outcome-tree.tsx";
import { readPlanAddress } from "./plan-address.ts";
import { PlanFacts } from "./plan-facts.tsx";
import { PlanForm } from "./plan-form.tsx";
import { StrategyQuery } from "./queries.ts";
import { pathTo } from "./rated-tree.ts";
import { Succession } from "./succession.tsx";
import { growTree } from "./tree.ts";
import type { Strategy } from "./types.ts";
import { useOpen } from "./use-open.ts";

const SECTIONS = [
  ["in-short", "Ratings in short"],
  ["gaps", "What is missing"],
  ["outcomes", "The plan and the figures under it"],
  ["actions", "Delivery actions"],
  ["succession", "Plans before and after"],
] as const;

const Contents = ({ without }: { without: readonly string[] }) => (
  <nav className="app-contents" aria-label="On this page">
    <ul className="app-choice__list">
      {SECTIONS.filter(([id]) => !without.includes(id)).map(([id, words]) => (
        <li key={id}>
          <a className="govuk-link" href={`#${id}`}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** Gives something on the page the focus and brings it into sight, once it is drawn. */
const useReveal = (open: (id: string) => void) => {
  const [revealed, setRevealed] = useState<{ id: string } | null>(null);
  useEffect(() => {
    if (revealed === null) return;
    const target = document.getElementById(revealed.id);
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  }, [revealed]);
  return (id: string) => {
    open(id);
    setRevealed({ id });
  };
};

const Body = ({ strategy, person }: { strategy: Strategy; person: string | null }) => {
  const tree = growTree(strategy.elements);
  const all = strategy.elements.map(({ id }) => id);
  const branches = useOpen(tree.map(({ element }) => element.id));
  const reveal = useReveal((id) => branches.open([...pathTo(tree, id), id]));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [failing, setFailing] = useState(false);
  const [search] = useSearchParams();
  const client = useClient();
  const variables = { slug: strategy.slug, ...readPlanAddress(search) };
  const reload = async () => {
    await client.query(StrategyQuery, variables, { requestPolicy: "network-only" }).toPromise();
  };
  const hasActions = strategy.actions.totalCount > 0;
  return (
    <Page
      title={strategy.title}
      caption={strategy.isDraft ? "Strategy, draft plan" : "Strategy"}
      errors={errors}
      quietErrors={failing}
      crumbs={[
        { to: "/", words: "Home" },
        { to: "/strategies", words: "Strategies" },
      ]}
    >
      <PlanFacts strategy={strategy} />
      <Contents without={hasActions ? [] : ["actions"]} />
      <PlanForm
        key={`${strategy.slug} ${search}`}
        strategy={strategy}
        error={errors[0]?.message}
        onErrors={setErrors}
      />
      <h2 className="govuk-heading-m" id="in-short">
        Ratings in short
      </h2>
      <InShort strategy={strategy} />
      <h2 className="govuk-heading-m" id="gaps">
        What is missing
      </h2>
      <Gaps gaps={strategy.gaps} onReveal={reveal} />
      <h2 className="govuk-heading-m" id="outcomes">
        The plan and the figures under it
      </h2>
      {tree.length > 0 ? (
        <>
          <p className="app-tree-buttons">
            <LinkButton onClick={() => branches.only(all)}>Open all</LinkButton>
            <LinkButton onClick={() => branches.only([])}>Close all</LinkButton>
          </p>
          <OutcomeTree
            branches={tree}
            depth={0}
            organisation={strategy.ratings?.edition.organisation.code}
            open={branches}
          />
        </>
      ) : (
        <p className="govuk-body">No outcomes have been recorded for this plan.</p>
      )}
      {hasActions ? (
        <>
          <h2 className="govuk-heading-m" id="actions">
            Delivery actions
          </h2>
          <DeliveryActions
            strategy={strategy}
            person={person}
            reload={reload}
            onReveal={reveal}
            onErrors={setFailing}
          />
        </>
      ) : null}
      <h2 className="govuk-heading-m" id="succession">
        Plans before and after
      </h2>
      <Succession strategy={strategy} />
    </Page>
  );
};

/** One plan: its tree with ratings rolled up, its gaps, its actions and the line that it stands in. */
export const StrategyPage = () => {
  const { slug = "" } = useParams();
  const [search] = useSearchParams();
  const { strategy, viewer } = useLiveData(StrategyQuery, { slug, ...readPlanAddress(search) });
  if (!strategy) return null;
  return <Body key={strategy.slug} strategy={strategy} person={viewer?.user.id ?? null} />;
};
