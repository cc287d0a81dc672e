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

/** Each connection sends the version that it last heard of, so that no save is refused; one that is counts as a failure. */
const prepareWriting = async (contender: RunningContender, scenario: Scenario) => {
  const { writes } = scenario;
  if (writes === undefined) return null;
  const versions = await writes.readVersions();
  const send = (connection: number) => writes.send(connection, versions[connection] ?? 0)[contender.name];
  let connected = 0;
  const setupClient = (client: autocannon.Client): void => {
    const connection = connected;
    connected += 1;
    const setBody = () => client.setBody(contender.request(scenario, send(connection)).body ?? "");
    setBody();
    client.on("response", () => {
      versions[connection] = (versions[connection] ?? 0) + 1;
      setBody();
    });
  };
  const verifyBody = (body: unknown) => writes.isWritten(String(body));
  return { first: send(0), options: { setupClient, verifyBody } };
};

const press = async (contender: RunningContender, scenario: Scenario, seconds: number): Promise<Turn> => {
  const writing = await prepareWriting(contender, scenario);
  const before = processorMs(contender.pid);
  const result = await autocannon({
    ...contender.request(scenario, writing?.first),
    ...writing?.options,
    connections: CONNECTIONS,
    duration: seconds,
  });
  const after = processorMs(contender.pid);
  const failed = result.non2xx + result.errors + result.timeouts + result.mismatches;
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
