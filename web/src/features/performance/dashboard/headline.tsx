import type { Dashboard } from "../words.ts";

/** The counts, and the sentence that says what they are out of. */
export const Headline = ({ summary }: { summary: Dashboard["summary"] }) => (
  <section aria-labelledby="headline">
    <h2 className="govuk-heading-m" id="headline">
      In short
    </h2>
    <dl className="app-counts">
      {summary.counts.map((count) => (
        <div className="app-counts__item" key={count.key}>
          <dt className="app-counts__label">{count.label}</dt>
          <dd className="app-counts__number">{count.count}</dd>
        </div>
      ))}
    </dl>
    <p className="govuk-body">{summary.sentence}</p>
  </section>
);
