import { addMonths } from "../../packages/database/src/sample-data/national/generate-figures.ts";
import { monthRange } from "../../packages/domain/src/metrics/period.ts";
import { compareAnswers } from "./compare-answers.ts";
import { type RunningContender, startContender } from "./contenders.ts";
import { COUNTY, editionPeriods } from "./load-edition.ts";
import { measureScenario, type Pace, type Turns } from "./measure.ts";
import type { BenchDatabase } from "./prepare-database.ts";
import { dashboardScenario } from "./scenarios/dashboard.ts";
import { metricPageScenario } from "./scenarios/metric-page.ts";
import { metricRanksScenario } from "./scenarios/metric-ranks.ts";
import { POSTGRAPHILE_FUNCTIONS } from "./scenarios/postgraphile-functions.ts";
import { placesScenario, rankingScenario } from "./scenarios/ranking.ts";
import { saveAnswerScenario } from "./scenarios/save-answer.ts";
import { CONTENDERS, type Scenario, type Subject } from "./scenarios/scenario.ts";
import { wholeFormScenario } from "./scenarios/whole-form.ts";

export interface MeasuredScenario {
  name: string;
  title: string;
  turns: Turns;
}

/** A measure of every authority, with parts and a target. */
const METRIC = "1E";
const SCENARIOS = [
  dashboardScenario,
  metricPageScenario,
  metricRanksScenario,
  rankingScenario,
  placesScenario,
  wholeFormScenario,
  saveAnswerScenario,
];

const monthCode = (month: string): string => monthRange(month, month).code;

/** Every scenario that is asked for: first whether all say the same, then how fast. */
export const runScenarios = async (
  database: BenchDatabase,
  parts: readonly string[],
  pace: Pace,
  say: (line: string) => void,
): Promise<MeasuredScenario[]> => {
  const subject = await findSubject(database);
  const scenarios = SCENARIOS.map((make) => make(subject)).filter(({ name }) => parts.includes(name));
  if (scenarios.length === 0) return [];
  await database.connection.sql.unsafe(POSTGRAPHILE_FUNCTIONS);
  const contenders: RunningContender[] = [];
  try {
    for (const name of CONTENDERS) contenders.push(await startContender(name, { database, scenarios }));
    for (const scenario of scenarios) await compareAnswers(scenario, contenders);
    say(`${contenders.length} servers answer ${scenarios.length} questions with the same values.`);
    if (pace.rounds === 0) return [];
    return await measureAll(scenarios, contenders, pace, say);
  } finally {
    for (const contender of contenders) await contender.stop();
  }
};

const findSubject = async ({ connection, set, drafts }: BenchDatabase): Promise<Subject> => {
  const [row] = await connection.sql<{ id: string }[]>`select id from organisations where code = ${COUNTY}`;
  const periods = Array.from({ length: set.months }, (_, index) => monthCode(addMonths(set.from, index)));
  const period = editionPeriods(set).current;
  return {
    organisation: COUNTY,
    organisationId: row?.id ?? "",
    period,
    periods,
    metric: METRIC,
    drafts,
    sql: connection.sql,
  };
};

const measureAll = async (
  scenarios: readonly Scenario[],
  contenders: readonly RunningContender[],
  pace: Pace,
  say: (line: string) => void,
): Promise<MeasuredScenario[]> => {
  const measured: MeasuredScenario[] = [];
  for (const scenario of scenarios) {
    say(`Measuring: ${scenario.title} …`);
    const { name, title } = scenario;
    measured.push({ name, title, turns: await measureScenario(scenario, contenders, pace) });
  }
  return measured;
};
