import autocannon from "autocannon";
import type { RunningContender } from "./contenders.ts";
import { processorMs } from "./processors.ts";
import type { Contender, Scenario } from "./scenarios/scenario.ts";

const CONNECTIONS = 10;
const MS = 1_000;

/** One contender under load for some seconds. */
export interface Turn {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  /** The server's processor time for each request, in milliseconds; null where the system does not tell. */
  processorMs: number | null;
}

export type Turns = Record<Contender, Turn[]>;

export interface Pace {
  rounds: number;
  seconds: number;
  warmUpSeconds: number;
}

const press = async (contender: RunningContender, scenario: Scenario, seconds: number): Promise<Turn> => {
  const before = processorMs(contender.pid);
  const result = await autocannon({
    ...contender.request(scenario),
    connections: CONNECTIONS,
    duration: seconds,
  });
  const after = processorMs(contender.pid);
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${scenario.name}: ${contender.name} failed ${failed} requests`);
  const { latency, duration } = result;
  const total = result.requests.total;
  return {
    requestsPerSecond: total / duration,
    p50: latency.p50,
    p99: latency.p99,
    processorMs: before === null || after === null || total === 0 ? null : (after - before) / total,
  };
};

/** Round after round, each contender in its turn: what the machine does meanwhile meets all of them. */
export const measureScenario = async (
  scenario: Scenario,
  contenders: readonly RunningContender[],
  pace: Pace,
): Promise<Turns> => {
  const turns: Turns = { ours: [], bare: [], postgraphile: [] };
  for (const contender of contenders) await press(contender, scenario, pace.warmUpSeconds);
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const contender of contenders) {
      turns[contender.name].push(await press(contender, scenario, pace.seconds));
      await new Promise((resolve) => setTimeout(resolve, MS / 5));
    }
  }
  return turns;
};
