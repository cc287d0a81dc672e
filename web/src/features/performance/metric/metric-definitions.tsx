import { formatDate } from "../../../ui/format/dates.ts";
import type { Metric } from "../words.ts";

type Definition = Metric["definitions"][number];

const when = ({ validFrom, validTo }: Definition): string => {
  if (validFrom && validTo) return `${formatDate(validFrom)} to ${formatDate(validTo)}`;
  if (validFrom) return `From ${formatDate(validFrom)}`;
  return validTo ? `Until ${formatDate(validTo)}` : "Throughout";
};

/** Definitions have dates: a new one is a break, and figures across it can't be compared directly. */
export const MetricDefinitions = ({ definitions }: { definitions: readonly Definition[] }) =>
  definitions.length === 0 ? null : (
    <>
      <h2 className="govuk-heading-m">{definitions.length === 1 ? "Definition" : "Definitions, in order"}</h2>
      {definitions.map((definition) => (
        <section key={`${definition.validFrom} ${definition.text}`}>
          <h3 className="govuk-heading-s">{when(definition)}</h3>
          <p className="govuk-body">{definition.text}</p>
          {definition.breakNote ? (
            <p className="govuk-body">
              <strong>Break in the series:</strong> {definition.breakNote}
            </p>
          ) : null}
          {definition.source ? <p className="govuk-hint">Source: {definition.source.title}</p> : null}
        </section>
      ))}
    </>
  );
