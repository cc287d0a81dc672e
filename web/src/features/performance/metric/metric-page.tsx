import { useLoaderData } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { InsetText } from "../../../ui/banners.tsx";
import { Page } from "../../../ui/page.tsx";
import { MetricDownloads } from "../downloads.tsx";
import type { Metric } from "../words.ts";
import type { MetricData } from "./load-metric.ts";
import { MetricDefinitions } from "./metric-definitions.tsx";
import { MetricFacts } from "./metric-facts.tsx";
import { MetricRatings } from "./metric-ratings.tsx";
import { MetricStrategies } from "./metric-strategies.tsx";
import { MetricValues } from "./metric-values.tsx";
import { chartSeries } from "./series.ts";
import { SeriesChart } from "./series-chart.tsx";

type Organisation = NonNullable<MetricData["organisation"]>;

const OrganisationChoice = ({ metric, organisation }: { metric: Metric; organisation: Organisation }) =>
  metric.organisations.length < 2 ? (
    <p className="govuk-body">Figures of {organisation.name}</p>
  ) : (
    <nav aria-label="Organisation" className="app-choice">
      <ul className="app-choice__list">
        {metric.organisations.map((each) => (
          <li key={each.id}>
            <AppLink
              to={`?organisation=${each.code}`}
              current={each.code === organisation.code}
              className="app-choice__link"
              staysHere
            >
              {each.name}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );

const Figures = ({ metric, organisation }: { metric: Metric; organisation: Organisation }) => {
  const figures = metric.observations.edges.map((edge) => edge.node);
  const series = chartSeries(figures, metric);
  const first = series.points[0]?.year;
  const last = series.points.at(-1)?.year;
  return (
    <>
      <h2 className="govuk-heading-m">Figures over the years</h2>
      <OrganisationChoice metric={metric} organisation={organisation} />
      {series.points.length > 1 ? (
        <SeriesChart
          series={series}
          description={`Chart of ${metric.title}, ${organisation.name}, ${first} to ${last}. The table that follows holds the same figures.`}
        />
      ) : null}
      {series.breaks.map((each) => (
        <InsetText key={`${each.year} ${each.note}`}>
          New definition from {each.year}: {each.note} Figures before and after can&rsquo;t be compared
          directly.
        </InsetText>
      ))}
      <MetricValues metric={metric} figures={figures} />
      <MetricDownloads code={metric.code} organisation={organisation} />
    </>
  );
};

export const MetricPage = () => {
  const { metric, organisation } = useLoaderData() as MetricData;
  return (
    <Page
      title={metric.title}
      caption={metric.officialCode ? `Measure ${metric.officialCode}` : "Measure"}
      crumbs={[
        { to: "/", words: "Home" },
        { to: "/performance", words: "Performance" },
      ]}
    >
      {metric.description && metric.description !== metric.title ? (
        <p className="govuk-body-l">{metric.description}</p>
      ) : null}
      <MetricFacts metric={metric} />
      {organisation ? (
        <Figures metric={metric} organisation={organisation} />
      ) : (
        <p className="govuk-body">No organisation has reported this measure yet.</p>
      )}
      {organisation ? <MetricRatings metric={metric} organisation={organisation.code} /> : null}
      <MetricDefinitions definitions={metric.definitions} />
      <MetricStrategies elements={metric.strategyElements} />
    </Page>
  );
};
