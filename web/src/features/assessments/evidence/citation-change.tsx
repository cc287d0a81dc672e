import { formatDay } from "../../../ui/format/dates.ts";
import { Table } from "../../../ui/table.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Evidence } from "../types.ts";
import { CHANGED, KIND_WORDS } from "./evidence-words.ts";

type Change = NonNullable<Evidence["change"]>;
type Part = Change["parts"][number];

const nowOf = ({ now }: Part, kind: Evidence["kind"]): string => {
  if (now === null) return "It is there no longer";
  return kind === "FILE" ? `Another file came later under this name` : now;
};

/** What was cited beside what stands now: for a figure with its groups, for words as they read. */
export const ChangeTable = ({ evidence, change }: { evidence: Evidence; change: Change }) => (
  <Table
    caption={`What has changed: ${evidence.pinned.title}`}
    captionHidden
    rows={change.parts}
    rowKey={({ category, before, now }) => `${category} ${before} ${now}`}
    columns={[
      {
        key: "what",
        heading: "What",
        rowHeading: true,
        cell: ({ category }) => category ?? change.period?.label ?? KIND_WORDS[evidence.kind],
      },
      {
        key: "before",
        heading: "When cited",
        cell: ({ before }) => <span className="app-citation__words">{before ?? "It was not there"}</span>,
      },
      {
        key: "now",
        heading: "Now",
        cell: (part) => <strong className="app-citation__words">{nowOf(part, evidence.kind)}</strong>,
      },
    ]}
  />
);

/** Why it stands as it does now, as far as anybody said. */
const Because = ({ change }: { change: Change }) => {
  const said = [
    change.changedAt && `Since ${formatDay(change.changedAt)}`,
    change.source && `Source: ${change.source}`,
    change.note && `Reason given: ${change.note}`,
  ].filter(Boolean);
  return said.length > 0 ? <p className="govuk-body-s app-citation__because">{said.join(". ")}</p> : null;
};

/** That it has changed since it was cited, how, and why. */
export const CitationChange = ({ evidence }: { evidence: Evidence }) => {
  if (!evidence.changedSincePinned) return null;
  return (
    <div className="app-citation__change">
      <p className="govuk-body-s">
        <Tag colour={CHANGED.colour}>{CHANGED.words}</Tag>
      </p>
      {evidence.change ? (
        <>
          <ChangeTable evidence={evidence} change={evidence.change} />
          <Because change={evidence.change} />
        </>
      ) : null}
    </div>
  );
};
