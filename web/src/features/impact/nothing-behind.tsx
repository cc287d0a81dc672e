import { DIRECTION_WORDS } from "@due-regard/domain/ehria/impact-words";
import { useSearchParams } from "react-router";
import { AppLink } from "../../ui/app-link.tsx";
import { Details } from "../../ui/details.tsx";
import { todayInLondon } from "../../ui/format/dates.ts";
import type { Cumulative, Impact } from "./types.ts";

type Plan = Impact["strategies"]["edges"][number]["node"];
type Harm = Cumulative["harmsWithoutAction"][number];

const harmWords = ({ kind, openActions }: Harm): string => {
  if (kind === "NO_OPEN_ACTION") return "Nothing in its plan is still to be done.";
  return openActions === 1
    ? "Its one open action does not name this group."
    : `None of its ${openActions} open actions names this group.`;
};

const Harms = ({ harms, counted }: { harms: readonly Harm[]; counted: number }) => (
  <>
    <h3 className="govuk-heading-s govuk-!-margin-bottom-1">Negative impacts without an open action</h3>
    {harms.length === 0 ? (
      <p className="govuk-body">None in {counted === 1 ? "the one assessment" : `${counted} assessments`}.</p>
    ) : (
      <ul className="govuk-list govuk-list--spaced">
        {harms.map((harm) => (
          <li key={`${harm.assessment.id} ${harm.characteristic}`}>
            <AppLink to={`/assessments/${harm.assessment.reference}`}>{harm.assessment.title}</AppLink>
            {`: ${harm.label}, ${DIRECTION_WORDS[harm.direction].toLowerCase()}. ${harmWords(harm)}`}
            <span className="govuk-hint app-block govuk-!-margin-bottom-0">{harm.assessment.reference}</span>
          </li>
        ))}
      </ul>
    )}
  </>
);

const PlanList = ({ plans }: { plans: readonly Plan[] }) => (
  <ul className="govuk-list govuk-list--bullet">
    {plans.map(({ id, slug, title }) => (
      <li key={id}>
        <AppLink to={`/strategies/${slug}`}>{title}</AppLink>
      </li>
    ))}
  </ul>
);

const outOf = (count: number, total: number): string =>
  total === 1 ? `${count} of 1 plan` : `${count} of ${total} plans`;

const isUnassessed = ({ gaps }: Plan): boolean => gaps.assessmentCount === 0;

const Plans = ({ plans }: { plans: readonly Plan[] }) => {
  const today = todayInLondon();
  const standing = plans.filter(({ endsOn }) => endsOn >= today);
  const ended = plans.filter(({ endsOn }) => endsOn < today);
  const gaps = standing.filter(isUnassessed);
  const endedGaps = ended.filter(isUnassessed);
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">Plans that no assessment cites</h3>
      <p className="govuk-body">
        {standing.length === 0
          ? "No plan here is in force today."
          : `${outOf(gaps.length, standing.length)} in force or to come.`}
      </p>
      {gaps.length > 0 ? <PlanList plans={gaps} /> : null}
      {endedGaps.length > 0 ? (
        <Details summary={`Plans that have ended: ${outOf(endedGaps.length, ended.length)}`}>
          <PlanList plans={endedGaps} />
        </Details>
      ) : null}
    </>
  );
};

const Actions = ({ plans }: { plans: readonly Plan[] }) => {
  const open = plans.filter(({ gaps }) => gaps.openActionCount > 0);
  const without = open.filter(({ gaps }) => (gaps.actionsWithoutAssessment?.length ?? 0) > 0);
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">Open delivery actions without an assessment</h3>
      {without.length === 0 ? (
        <p className="govuk-body">
          {open.length === 0 ? "No plan here has an open delivery action." : "None."}
        </p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {without.map(({ id, slug, title, gaps }) => (
            <li key={id}>
              <AppLink to={`/strategies/${slug}`}>{title}</AppLink>
              {`: ${gaps.actionsWithoutAssessment?.length} of ${gaps.openActionCount} open ${gaps.openActionCount === 1 ? "action" : "actions"}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** Harms that nothing answers, and changes that nobody assessed: as far as this person may see. */
export const NothingBehind = ({
  impact,
  strategies,
}: { impact: Cumulative } & Pick<Impact, "strategies">) => {
  const [search] = useSearchParams();
  const chosen = search.get("strategy");
  const plans = strategies.edges
    .map(({ node }) => node)
    .filter(({ slug }) => chosen === null || chosen === "" || slug === chosen);
  return (
    <section aria-labelledby="gaps">
      <h2 className="govuk-heading-m" id="gaps">
        What has nothing behind it
      </h2>
      <Harms harms={impact.harmsWithoutAction} counted={impact.assessmentCount} />
      <Plans plans={plans} />
      <Actions plans={plans} />
    </section>
  );
};
