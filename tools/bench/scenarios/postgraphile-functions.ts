/**
 * What PostGraphile can't know by itself: which figure stands on a row, and places. Computed columns, as its documents
 * advise, with the same SQL that the bare server's statements have.
 */

const inForce = (alias: string, row: string, period: string): string => `
  ${alias}.metric_id = ${row}.metric_id and ${alias}.period = ${period} and ${alias}.superseded_at is null
  and ${alias}.organisation_id = (select organisation_id from dashboard_editions where id = ${row}.edition_id)`;

const figure = (name: string, period: string): string => `
create function dashboard_rows_${name}(r dashboard_rows) returns observations language sql stable as $$
  select o.* from observations o where ${inForce("o", "r", period)}
    and o.breakdown_characteristic is null and o.status <> 'FORECAST' $$;`;

/** The value a quarter, a half or three quarters of the way along a sorted list, between two where it falls between. */
const quarter = (k: number): string =>
  `s[${k} * (n - 1) / 4 + 1] + (s[(${k} * (n - 1) + 3) / 4 + 1] - s[${k} * (n - 1) / 4 + 1]) * (${k} * (n - 1) % 4) / 4.0`;

/** Figures of one month of the year, newest last: like with like. */
export const sameMonth = (alias: string, period: string): string =>
  `extract(month from ${alias}.period_start) = extract(month from (${period} || '-01')::date) and ${alias}.period = to_char(${alias}.period_start, 'YYYY-MM')`;

/**
 * Everybody's place for metrics and periods, worked out exactly: ties share a rank, thresholds are interpolated. `metric` and
 * `period` are conditions on `m` and `o`.
 */
export const standings = (metric: string, period: string): string => `
  with signed as (
    select m.id as metric_id, o.period, o.organisation_id, o.value,
      o.value * case m.aim when 'HIGH' then -1 else 1 end as s, case m.aim when 'HIGH' then -1 else 1 end as sign
    from metrics m join observations o on o.metric_id = m.id join organisations a on a.id = o.organisation_id
    where ${metric} and m.aim in ('HIGH', 'LOW') and ${period} and o.breakdown_characteristic is null
      and o.status <> 'FORECAST' and o.value is not null and o.unit = m.unit and o.superseded_at is null
      and a.kind in ('COUNTY', 'UNITARY', 'LONDON_BOROUGH', 'METROPOLITAN_DISTRICT') and a.code like 'E%'
  ), placed as (
    select *, rank() over (partition by metric_id, period order by s)::int as rank,
      count(*) over (partition by metric_id, period, value) > 1 as tied,
      (row_number() over (partition by metric_id, period order by s) - 1)::int as place,
      (count(*) over (partition by metric_id, period))::int as n
    from signed
  ), quarters as (
    select p.metric_id, p.period, array_agg(p.s order by p.place) as s, max(p.n) as n from placed p group by 1, 2
  ), thresholds as (
    select metric_id, period, ${[1, 2, 3].map((k) => `${quarter(k)} as q${k}`).join(", ")} from quarters
  )
  select p.metric_id, p.period, p.organisation_id, p.value, p.rank, p.n as of, p.tied,
    case when p.s <= t.q1 then 'TOP' when p.s <= t.q2 then 'SECOND' when p.s <= t.q3 then 'THIRD' else 'BOTTOM' end as quartile,
    t.q1 * p.sign as top, t.q2 * p.sign as middle, t.q3 * p.sign as bottom
  from placed p join thresholds t on t.metric_id = p.metric_id and t.period = p.period`;

export const POSTGRAPHILE_FUNCTIONS = `
comment on table observations is E'@foreignKey (metric_id) references metrics (id)\\n@foreignKey (organisation_id) references organisations (id)\\n@foreignKey (source_id) references sources (id)';
${figure("current_figure", "r.current_period")}
${figure("previous_figure", "r.previous_period")}
create function dashboard_rows_target_in_force(r dashboard_rows) returns targets language sql stable as $$
  select t.* from targets t where ${inForce("t", "r", "r.target_period")} $$;
create function dashboard_rows_rating_in_force(r dashboard_rows) returns ratings language sql stable as $$
  select g.* from ratings g where ${inForce("g", "r", "r.rating_period")} $$;
create function dashboard_rows_series(r dashboard_rows) returns setof observations language sql stable as $$
  select o.* from observations o
  where o.metric_id = r.metric_id and o.superseded_at is null and o.breakdown_characteristic is null and o.status <> 'FORECAST'
    and o.organisation_id = (select organisation_id from dashboard_editions where id = r.edition_id)
    and ${sameMonth("o", "r.current_period")}
  order by o.period_end $$;
create function observations_revisions(f observations) returns setof observations language sql stable as $$
  select o.* from observations o
  where o.metric_id = f.metric_id and o.organisation_id = f.organisation_id and o.period = f.period
    and o.breakdown_characteristic is not distinct from f.breakdown_characteristic
    and o.breakdown_category is not distinct from f.breakdown_category
    and (o.status = 'FORECAST') = (f.status = 'FORECAST')
  order by o.recorded_at $$;
create function metrics_reporting_organisations(m metrics) returns setof organisations language sql stable as $$
  select a.* from organisations a
  where exists (select from observations o where o.metric_id = m.id and o.organisation_id = a.id) order by a.name $$;
create type standing as (
  metric_id uuid, period text, organisation_id uuid, value numeric, rank int, "of" int, tied boolean, quartile text,
  top numeric, middle numeric, bottom numeric
);
comment on type standing is E'@foreignKey (organisation_id) references organisations (id)';
create function metrics_standings(m metrics, for_period text) returns setof standing language sql stable as $$
  select * from (${standings("m.id = $1.id", "o.period = for_period")}) x order by x.rank $$;
create function metrics_places(m metrics, for_periods text[], of_organisation text) returns setof standing language sql stable as $$
  select x.* from (${standings("m.id = $1.id", "o.period = any(for_periods)")}) x
  where x.organisation_id = (select id from organisations where code = of_organisation) $$;
create function metrics_place(m metrics, for_period text, of_organisation text) returns standing language sql stable as $$
  select x.* from (${standings("m.id = $1.id", "o.period = for_period")}) x
  where x.organisation_id = (select id from organisations where code = of_organisation) $$;
`;
