import { AppLink } from "../../ui/app-link.tsx";
import { Details } from "../../ui/details.tsx";
import type { Branch } from "./tree.ts";
import type { Strategy } from "./types.ts";

type Element = Strategy["elements"][number];

const KIND: Record<Element["kind"], string> = {
  LAYER: "Layer",
  OUTCOME: "Outcome",
  SUPPORTING_OUTCOME: "Supporting outcome",
  PRIORITY: "Priority",
  PRINCIPLE: "Principle",
};

const Lines = ({ heading, lines }: { heading: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{heading}</p>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );

const Metrics = ({ element }: { element: Element }) =>
  element.metrics.length === 0 ? null : (
    <Details
      summary={
        <>
          {element.metrics.length === 1 ? "1 measure" : `${element.metrics.length} measures`}
          <span className="govuk-visually-hidden">: {element.title}</span>
        </>
      }
    >
      <ul className="govuk-list">
        {element.metrics.map((metric) => (
          <li key={metric.id}>
            <AppLink to={`/performance/metrics/${encodeURIComponent(metric.code)}`}>{metric.title}</AppLink>{" "}
            <span className="app-code">{metric.code}</span>
          </li>
        ))}
      </ul>
    </Details>
  );

/** Headings stop growing deeper at h5; deeper branches differ by their place in the list alone. */
const headingAt = (depth: number) => `h${Math.min(3 + depth, 5)}` as "h3" | "h4" | "h5";

const Outcome = ({ branch, depth }: { branch: Branch<Element>; depth: number }) => {
  const { element, branches } = branch;
  const Heading = headingAt(depth);
  return (
    <li className="app-tree__item">
      <Heading className={depth === 0 ? "govuk-heading-s" : "govuk-heading-s app-tree__heading"}>
        <span className="app-tree__kind">
          {KIND[element.kind]}
          {element.number ? ` ${element.number}` : ""}
          <span className="govuk-visually-hidden">:</span>
        </span>{" "}
        {element.title}
      </Heading>
      {element.text ? <p className="govuk-body">{element.text}</p> : null}
      <Lines heading="What we found" lines={element.found} />
      <Lines heading="What we will do" lines={element.willDo} />
      <Lines heading="How we will know" lines={element.howWeWillKnow} />
      {element.doubts.map((doubt) => (
        <p className="app-doubt" key={doubt}>
          <span className="app-doubt__label">Doubt about the source:</span> {doubt}
        </p>
      ))}
      <Metrics element={element} />
      {branches.length > 0 ? <OutcomeTree branches={branches} depth={depth + 1} /> : null}
    </li>
  );
};

export const OutcomeTree = ({ branches, depth }: { branches: readonly Branch<Element>[]; depth: number }) => (
  <ul className="app-tree">
    {branches.map((branch) => (
      <Outcome key={branch.element.id} branch={branch} depth={depth} />
    ))}
  </ul>
);
