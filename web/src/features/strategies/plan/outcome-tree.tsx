import { Expander } from "../../../ui/expander.tsx";
import { RatingCounts } from "../rating-counts.tsx";
import { KIND } from "../words.ts";
import { Measures } from "./measures.tsx";
import { metricsOfOtherYears, ownRows } from "./rated-tree.ts";
import type { Branch } from "./tree.ts";
import type { Element } from "./types.ts";
import type { OpenBranches } from "./use-open.ts";

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

const Name = ({ element }: { element: Element }) => (
  <>
    <span className="app-tree__kind">
      {KIND[element.kind].one}
      {element.number ? ` ${element.number}` : ""}
      <span className="govuk-visually-hidden">:</span>
    </span>{" "}
    {element.title}
  </>
);

const Texts = ({ element }: { element: Element }) => (
  <>
    {element.text ? <p className="govuk-body">{element.text}</p> : null}
    <Lines heading="What we found" lines={element.found} />
    <Lines heading="What we will do" lines={element.willDo} />
    <Lines heading="How we will know" lines={element.howWeWillKnow} />
    {element.doubts.map((doubt) => (
      <p className="app-doubt" key={doubt}>
        <span className="app-doubt__label">Doubt about the source:</span> {doubt}
      </p>
    ))}
  </>
);

/** Only these are there to be measured: a principle says how things are done. */
const Ratings = ({ element }: { element: Element }) =>
  element.ratings && element.kind !== "PRINCIPLE" ? <RatingCounts summary={element.ratings.summary} /> : null;

/** Headings stop growing deeper at h5; deeper branches differ by their place in the list alone. */
const levelAt = (depth: number) => Math.min(3 + depth, 5) as 3 | 4 | 5;

interface TreeProps {
  branches: readonly Branch<Element>[];
  depth: number;
  /** Whose dashboard the ratings come from. */
  organisation: string | undefined;
  open: OpenBranches;
}

const hasTexts = ({ text, found, willDo, howWeWillKnow, doubts }: Element): boolean =>
  text !== null || [found, willDo, howWeWillKnow, doubts].some((lines) => lines.length > 0);

const Outcome = ({ branch, ...tree }: Omit<TreeProps, "branches"> & { branch: Branch<Element> }) => {
  const { element, branches } = branch;
  const { depth, organisation, open } = tree;
  const rows = ownRows(branch);
  const others = metricsOfOtherYears(branch);
  const isEmpty = !hasTexts(element) && rows.length + others.length + branches.length === 0;
  const Heading = `h${levelAt(depth)}` as const;
  if (isEmpty)
    return (
      <li className="app-tree__item" id={element.id} tabIndex={-1}>
        <Heading className="app-expander__heading">
          <Name element={element} />
        </Heading>
        <Ratings element={element} />
      </li>
    );
  return (
    <li className="app-tree__item" id={element.id} tabIndex={-1}>
      <Expander
        id={`${element.id}-body`}
        level={levelAt(depth)}
        heading={<Name element={element} />}
        always={<Ratings element={element} />}
        open={open.isOpen(element.id)}
        onToggle={() => open.toggle(element.id)}
      >
        <Texts element={element} />
        <Measures element={element} rows={rows} others={others} organisation={organisation} />
        {branches.length > 0 ? <OutcomeTree {...tree} branches={branches} depth={depth + 1} /> : null}
      </Expander>
    </li>
  );
};

/** Outcomes beneath outcomes, each with the ratings of all the measures at or beneath it. */
export const OutcomeTree = ({ branches, ...tree }: TreeProps) => (
  <ul className="app-tree">
    {branches.map((branch) => (
      <Outcome key={branch.element.id} branch={branch} {...tree} />
    ))}
  </ul>
);
