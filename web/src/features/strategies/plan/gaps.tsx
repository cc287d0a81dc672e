import { DIRECTION_WORDS } from "@due-regard/domain/ehria/impact-words";
import { useState } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { Expander } from "../../../ui/expander.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import type { Strategy } from "./types.ts";

interface GapsProps {
  gaps: Strategy["gaps"];
  /** Opens what hides an element or an action, and takes the reader to it. */
  onReveal: (id: string) => void;
}

interface Gap {
  key: string;
  heading: string;
  /** How many of how many, as a sentence. */
  sentence: string;
  items: readonly { id: string; words: string }[];
  after?: { words: string; to: string } | undefined;
}

const outOf = (count: number, total: number, one: string, many: string): string =>
  `${count} of ${total} ${total === 1 ? one : many}`;

const gapsOf = (gaps: Strategy["gaps"]): Gap[] => {
  const titled = (elements: readonly { id: string; title: string }[]) =>
    elements.map(({ id, title }) => ({ id, words: title }));
  const unassessed = gaps.elementsWithoutAssessment;
  const count = gaps.assessmentCount;
  return [
    {
      key: "outcomes",
      heading: "Outcomes with no measure",
      sentence: outOf(gaps.outcomesWithoutMetric.length, gaps.outcomeCount, "outcome", "outcomes"),
      items: titled(gaps.outcomesWithoutMetric),
      total: gaps.outcomeCount,
    },
    {
      key: "priorities",
      heading: "Priorities with no measure",
      sentence: outOf(gaps.prioritiesWithoutMetric.length, gaps.priorityCount, "priority", "priorities"),
      items: titled(gaps.prioritiesWithoutMetric),
      total: gaps.priorityCount,
    },
    {
      key: "assessments",
      heading: "Not cited by any assessment that you may see",
      sentence:
        unassessed === null || count === null
          ? ""
          : `${outOf(unassessed.length, gaps.toBeReachedCount, "outcome or priority", "outcomes and priorities")}. ${
              count === 0
                ? "No assessment cites any part of this plan."
                : `${count === 1 ? "1 assessment cites" : `${count} assessments cite`} the others.`
            }`,
      items: titled(unassessed ?? []),
      total: unassessed === null ? 0 : gaps.toBeReachedCount,
      after: { words: "See all assessments", to: "/assessments" },
    },
    {
      key: "unassessed-actions",
      heading: "Open actions that no assessment looks at",
      sentence: outOf(
        gaps.actionsWithoutAssessment?.length ?? 0,
        gaps.openActionCount,
        "open action",
        "open actions",
      ),
      items: (gaps.actionsWithoutAssessment ?? []).map(({ id, reference, title }) => ({
        id,
        words: `${reference} ${title}`,
      })),
      total: gaps.actionsWithoutAssessment === null ? 0 : gaps.openActionCount,
    },
    {
      key: "actions",
      heading: `Actions overdue as of ${formatDate(gaps.on)}`,
      sentence: `${outOf(gaps.overdueActions.length, gaps.openActionCount, "open action", "open actions")}, of ${gaps.actionCount} in all`,
      items: gaps.overdueActions.map(({ id, reference, title, duePrinted, dueBy }) => ({
        id,
        words: `${reference} ${title} (due ${duePrinted ?? (dueBy ? formatDate(dueBy) : "")})`,
      })),
      total: gaps.actionCount,
    },
  ].filter(({ total }) => total > 0);
};

interface ItemsProps extends Pick<GapsProps, "onReveal"> {
  items: Gap["items"];
}

const Items = ({ items, onReveal }: ItemsProps) => (
  <ul className="govuk-list govuk-list--bullet">
    {items.map(({ id, words }) => (
      <li key={id}>
        <a
          className="govuk-link"
          href={`#${encodeURIComponent(id)}`}
          onClick={(event) => {
            event.preventDefault();
            onReveal(id);
          }}
        >
          {words}
        </a>
      </li>
    ))}
  </ul>
);

/** More than these are folded away on the screen: the count says enough until somebody wants to know which. */
const FEW = 5;

const GapView = ({ gap, onReveal }: { gap: Gap; onReveal: (id: string) => void }) => {
  const [open, setOpen] = useState(false);
  const { items, key, heading, sentence, after } = gap;
  return (
    <section className="app-gap" aria-labelledby={`gap-${key}`}>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1" id={`gap-${key}`}>
        {heading}
      </h3>
      <p className="govuk-body govuk-!-margin-bottom-2">
        {items.length === 0 ? `None: ${sentence}` : sentence}
      </p>
      {items.length > FEW ? (
        <Expander
          id={`gap-${key}-items`}
          level={4}
          heading={
            <>
              Which ones
              <span className="govuk-visually-hidden">: {heading}</span>
            </>
          }
          open={open}
          onToggle={() => setOpen(!open)}
        >
          <Items items={items} onReveal={onReveal} />
        </Expander>
      ) : items.length > 0 ? (
        <Items items={items} onReveal={onReveal} />
      ) : null}
      {after && items.length > 0 ? (
        <p className="govuk-body">
          <AppLink to={after.to}>{after.words}</AppLink>
        </p>
      ) : null}
    </section>
  );
};

/** Negative impacts in what cites the plan that nothing still to be done answers. */
const Harms = ({ harms }: { harms: NonNullable<Strategy["gaps"]["harmsWithoutAction"]> }) => (
  <section className="app-gap" aria-labelledby="gap-harms">
    <h3 className="govuk-heading-s govuk-!-margin-bottom-1" id="gap-harms">
      Negative impacts without an open action
    </h3>
    <p className="govuk-body govuk-!-margin-bottom-2">
      In signed assessments that cite this plan, or figures of its measures, and that you may see.
    </p>
    <ul className="govuk-list govuk-list--bullet">
      {harms.map(({ assessment, characteristic, label, direction, openActions }) => (
        <li key={`${assessment.id} ${characteristic}`}>
          <AppLink to={`/assessments/${assessment.reference}`}>{assessment.title}</AppLink>
          {`: ${label}, ${DIRECTION_WORDS[direction].toLowerCase()}. ${openActions === 0 ? "No action is open." : "No open action names this group."}`}
        </li>
      ))}
    </ul>
  </section>
);

/** What the plan leaves open, each with how many there are to be open, and a way to each. */
export const Gaps = ({ gaps, onReveal }: GapsProps) => {
  const found = gapsOf(gaps);
  const harms = gaps.harmsWithoutAction ?? [];
  if (found.length === 0 && harms.length === 0)
    return (
      <p className="govuk-body">
        This plan has no outcomes, priorities or actions, so there is nothing that could be missing.
      </p>
    );
  return (
    <>
      {found.map((gap) => (
        <GapView key={gap.key} gap={gap} onReveal={onReveal} />
      ))}
      {harms.length > 0 ? <Harms harms={harms} /> : null}
    </>
  );
};
