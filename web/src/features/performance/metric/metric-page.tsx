import { useState } from "react";
import { useLoaderData, useLocation } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { endOfDay, formatDate } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { MetricDownloads } from "../downloads.tsx";
import type { Metric } from "../words.ts";
import { BreakdownSection } from "./breakdown-section.tsx";
import type { Contender } from "./chart-model.ts";
import { CommentarySection } from "./commentary-section.tsx";
import type { MetricData } from "./load-metric.ts";
import { MetricActions } from "./metric-actions.tsx";
import { MetricAssessments } from "./metric-assessments.tsx";
import { MetricDefinitions } from "./metric-definitions.tsx";
import { MetricFacts } from "./metric-facts.tsx";
import { MetricForm, useMetricForm } from "./metric-form.tsx";
import { MetricRatings } from "./metric-ratings.tsx";
import { MetricStrategies } from "./metric-strategies.tsx";
import { type MetricQuestion, writeQuestion } from "./question.ts";
import { RankSection } from "./rank-section.tsx";
import { SeriesSection } from "./series-section.tsx";

/** Without a day the API gives every version of a target; what is in force is what nothing has replaced. */
const withTargetsInForce = (metric: Metric, asAt: string | null): Metric => ({
  ...metric,
  targets:
    asAt === null ? metric.targets.filter(({ supersededAt }) => supersededAt === null) : metric.targets,
});

const contendersOf = (metric: Metric): Contender[] =>
  metric.sideBySide.map(({ organisation, observations }) => ({
    code: organisation.code,
    name: organisation.name,
    figures: observations,
  }));

/** Says which day's knowledge the page shows, where that is not today's. */
const AsAt = ({ question }: { question: MetricQuestion }) => {
  const asked = new URLSearchParams(useLocation().search).get("asAt");
  if (question.asAt === null)
    return asked ? (
      <p className="govuk-body">“{asked}” is not a day, so the figures are shown as they are known today.</p>
    ) : null;
  return (
    <p className="govuk-body app-as-reported">
      Figures as they were known at the end of {formatDate(question.asAt)}.{" "}
      <AppLink to={writeQuestion({ ...question, asAt: null })} staysHere>
        See them as they are known today
      </AppLink>
    </p>
  );
};

export const MetricPage = () => {
  const { question, metric, all, series, period, ranks, mayEdit } = useLoaderData() as MetricData;
  const form = useMetricForm(question, series);
  const [hasErrors, setHasErrors] = useState(false);
  const shown = withTargetsInForce(metric, question.asAt);
  const contenders = contendersOf(shown);
  const own = contenders[0];
  const about = { metric: shown, contenders, question, series, ranks };
  return (
    <div className="app-wide app-metric">
      <Page
        title={metric.title}
        caption={[metric.officialCode && `Measure ${metric.officialCode}`, own?.name]
          .filter(Boolean)
          .join(", ")}
        crumbs={[
          { to: "/", words: "Home" },
          { to: "/performance", words: "Performance" },
        ]}
        errors={form.errors}
        quietErrors={hasErrors}
      >
        {metric.description && metric.description !== metric.title ? (
          <p className="govuk-body-l">{metric.description}</p>
        ) : null}
        <MetricFacts metric={metric} />
        <MetricForm form={form} question={question} organisations={metric.organisations} all={all} />
        <AsAt question={question} />
        <section aria-labelledby="figures">
          <h2 className="govuk-heading-m" id="figures">
            {series ? `Figures: ${series.label}` : "Figures"}
          </h2>
          <SeriesSection {...about} all={all} />
          {own ? (
            <MetricDownloads
              code={metric.code}
              organisation={own}
              asAt={question.asAt && endOfDay(question.asAt)}
            />
          ) : null}
        </section>
        <RankSection {...about} period={period} />
        <BreakdownSection metric={metric} question={question} />
        <CommentarySection commentary={metric.commentary} />
        <MetricRatings
          metric={metric}
          organisation={own?.code ?? ""}
          asAt={question.asAt}
          mayEdit={mayEdit}
          onErrors={setHasErrors}
        />
        <MetricDefinitions definitions={metric.definitions} />
        <MetricStrategies elements={metric.strategyElements} />
        <MetricAssessments assessments={metric.assessments} />
        <MetricActions metric={metric} whose={own?.name ?? null} />
      </Page>
    </div>
  );
};
