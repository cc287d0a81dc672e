import { formatDate, formatDay } from "../../../../ui/format/dates.ts";
import { Tag } from "../../../../ui/tag.tsx";
import type { Evidence } from "../../types.ts";

/** A citation as it was pinned: the figure, what it measures, where it comes from and when it was cited. */
export const CitationBody = ({ evidence }: { evidence: Evidence }) => {
  const { pinned } = evidence;
  const origin = [pinned.source, pinned.on && formatDate(pinned.on)].filter(Boolean).join(", ");
  return (
    <>
      <strong>{pinned.display}</strong> {pinned.title}
      {origin ? <span className="govuk-hint app-block govuk-!-margin-bottom-0">Source: {origin}</span> : null}
      <span className="govuk-hint app-block govuk-!-margin-bottom-0">Cited on {formatDay(pinned.at)}</span>
      {evidence.note ? <span className="app-block">{evidence.note}</span> : null}
      {evidence.changedSincePinned ? (
        <span className="app-block">
          <Tag colour="orange">Changed since cited</Tag>
          {evidence.observation ? ` It now stands at ${evidence.observation.display}.` : ""}
        </span>
      ) : null}
    </>
  );
};
