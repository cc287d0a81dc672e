import { AppLink } from "../../../ui/app-link.tsx";
import { formatDay } from "../../../ui/format/dates.ts";
import type { Overview } from "../types.ts";

/** Every revision, newest first, with the way to read it and to what changed in it. Not worth telling while there is one. */
export const RevisionsList = ({ assessment }: { assessment: Overview }) => {
  const { reference, revisions, revision: shown } = assessment;
  if (revisions.length < 2) return null;
  return (
    <section aria-labelledby="revisions">
      <h2 className="govuk-heading-m" id="revisions">
        Revisions
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {revisions.toReversed().map(({ number, sealedAt }) => (
          <li key={number}>
            <AppLink
              to={
                number === shown
                  ? `/assessments/${reference}/check`
                  : `/assessments/${reference}/revisions/${number}`
              }
            >
              Revision {number}
            </AppLink>
            {sealedAt ? `, submitted ${formatDay(sealedAt)}` : ", being written"}
            {number > 1 ? (
              <span className="app-block">
                <AppLink
                  to={`/assessments/${reference}/changes?from=${number - 1}&to=${number}`}
                  hiddenText={`in revision ${number}`}
                >
                  What changed
                </AppLink>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
};
