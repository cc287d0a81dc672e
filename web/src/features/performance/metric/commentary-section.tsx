import { formatDay } from "../../../ui/format/dates.ts";
import { SummaryList } from "../../../ui/summary-list.tsx";
import type { Commentary } from "./types.ts";

const PARTS = [
  ["data", "What the data show"],
  ["review", "What the review found"],
  ["action", "What action follows"],
] as const;

const OneCommentary = ({ commentary }: { commentary: Commentary }) => (
  <article className="app-commentary">
    <h3 className="govuk-heading-s">{commentary.period.label}</h3>
    <SummaryList
      rows={PARTS.flatMap(([key, label]) => {
        const text = commentary[key];
        return text ? [{ key, label, value: <span className="app-text">{text}</span> }] : [];
      })}
    />
    <p className="govuk-hint">
      {commentary.author.name}, {commentary.author.jobTitle}, {formatDay(commentary.writtenAt)}
    </p>
  </article>
);

/** What people wrote about the figures: data, review, action. */
export const CommentarySection = ({ commentary }: { commentary: readonly Commentary[] }) => (
  <section aria-labelledby="commentary">
    <h2 className="govuk-heading-m" id="commentary">
      Commentary
    </h2>
    {commentary.length === 0 ? (
      <p className="govuk-body">Nobody has written about these figures yet.</p>
    ) : (
      commentary.map((each) => <OneCommentary key={each.id} commentary={each} />)
    )}
  </section>
);
