import { AppLink } from "../../../ui/app-link.tsx";
import type { Metric } from "../words.ts";

/** The plans and outcomes that this measure serves. */
export const MetricStrategies = ({ elements }: { elements: Metric["strategyElements"] }) => (
  <>
    <h2 className="govuk-heading-m">Strategies it serves</h2>
    {elements.length === 0 ? (
      <p className="govuk-body">It isn&rsquo;t part of any strategy recorded here.</p>
    ) : (
      <ul className="govuk-list govuk-list--bullet">
        {elements.map((element) => (
          <li key={element.id}>
            {element.title}, in{" "}
            <AppLink to={`/strategies/${element.strategy.slug}`}>{element.strategy.title}</AppLink>
          </li>
        ))}
      </ul>
    )}
  </>
);
