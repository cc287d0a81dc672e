import { AUTHORITY_KINDS } from "../schema/organisations.ts";
import { knownAt } from "./figures.ts";

/** One authority's figure for a metric and period, as rankings take it. */
export interface ReportedFigure {
  organisationId: string;
  value: string;
}

const ofKinds = (...kinds: (typeof AUTHORITY_KINDS)[number][]): string =>
  `a.kind in ('${kinds.join("', '")}') and a.code like 'E%'`;
const ofRegion = (code: string): string =>
  `${ofKinds(...AUTHORITY_KINDS)} and a.region_id = (select id from organisations where code = '${code}')`;

/** Groups that need no list: what an organisation is decides. Any other name is a list that the council loaded. */
const GROUP_CONDITIONS = {
  England: ofKinds(...AUTHORITY_KINDS),
  "Shire counties": ofKinds("COUNTY"),
  "Unitary authorities": ofKinds("UNITARY"),
  "Metropolitan districts": ofKinds("METROPOLITAN_DISTRICT"),
  "London boroughs": ofKinds("LONDON_BOROUGH"),
  "North East": ofRegion("E12000001"),
  "North West": ofRegion("E12000002"),
  "Yorkshire and The Humber": ofRegion("E12000003"),
  "East Midlands": ofRegion("E12000004"),
  "West Midlands": ofRegion("E12000005"),
  "East of England": ofRegion("E12000006"),
  London: ofRegion("E12000007"),
  "South East": ofRegion("E12000008"),
  "South West": ofRegion("E12000009"),
} as const;
export const BUILT_IN_GROUPS = Object.keys(GROUP_CONDITIONS) as (keyof typeof GROUP_CONDITIONS)[];
export const WHOLE_COUNTRY = "England";

/**
 * What organisations reported of a metric for a period, as known at an instant: totals, not forecasts, in the metric's own
 * unit. Nations are among them: only those of a group are ranked. `offset 0` keeps the look-up by index apart.
 * `group`: the name of the one that they are ranked in, handed on with each.
 */
export const reportedFigures = (place: {
  metric: string;
  period: string;
  asAt: string;
  group?: string;
}): string => `(
  select o.organisation_id, o.value${place.group ? `, ${place.group} as in_group` : ""} from observations o
  where o.metric_id = ${place.metric} and o.period = ${place.period} and o.breakdown_characteristic is null
    and o.status <> 'FORECAST' and o.value is not null and ${knownAt("o", place.asAt)}
    and o.unit = (select m.unit from metrics m where m.id = ${place.metric})
  offset 0)`;

export const ENGLAND_CONDITION = GROUP_CONDITIONS.England;

/** Whether the organisation `a` belongs to the group whose name an expression gives: built in, or a list that was loaded. */
export const inGroup = (name: string): string => {
  const builtIn = Object.entries(GROUP_CONDITIONS).map(
    ([group, condition]) => `when '${group}' then ${condition}`,
  );
  return `case ${name} ${builtIn.join(" ")} else exists (
    select from comparator_group_members g join comparator_groups c on c.id = g.group_id
    where g.organisation_id = a.id and c.name = ${name}) end`;
};
