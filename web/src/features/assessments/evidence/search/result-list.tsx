import type { KeyboardEvent, ReactNode } from "react";

const RESULT = "button[data-result]";

/** The arrow keys walk through the results of all kinds, beside Tab; Escape goes back to the field. */
export const walkResults = (event: KeyboardEvent<HTMLElement>, fieldId: string): void => {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(RESULT)];
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const to = { Escape: -1, ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  if (to < 0) document.getElementById(fieldId)?.focus();
  else all[to]?.focus();
};

export interface Result {
  id: string;
  title: ReactNode;
  about: ReactNode;
  onChoose: () => void;
}

interface ResultListProps {
  heading: string;
  total: number;
  results: readonly Result[];
  onMore: () => void;
}

/** The results of one kind. Choosing one shows it. */
export const ResultList = ({ heading, total, results, onMore }: ResultListProps) =>
  total === 0 ? null : (
    <section>
      <h3 className="govuk-heading-s">
        {heading} ({total.toLocaleString("en-GB")})
      </h3>
      <ul className="app-results">
        {results.map(({ id, title, about, onChoose }) => (
          <li className="app-results__item" key={id}>
            <button type="button" className="app-link-button" data-result={id} onClick={onChoose}>
              {title}
            </button>
            <span className="govuk-hint app-block govuk-!-margin-bottom-0">{about}</span>
          </li>
        ))}
      </ul>
      {total > results.length ? (
        <p className="govuk-body">
          The first {results.length} are shown.{" "}
          <button type="button" className="app-link-button" onClick={onMore}>
            Show more<span className="govuk-visually-hidden"> of: {heading}</span>
          </button>{" "}
          or add words, such as a year or a council.
        </p>
      ) : null}
    </section>
  );
