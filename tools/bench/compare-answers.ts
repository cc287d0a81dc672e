import { isDeepStrictEqual } from "node:util";
import type { Request, RunningContender } from "./contenders.ts";
import type { Scenario } from "./scenarios/scenario.ts";

const LONGEST_SHOWN = 300;

const ask = async ({ url, ...request }: Request): Promise<unknown> => {
  const response = await fetch(url, request);
  const text = await response.text();
  const answer = JSON.parse(text);
  if (!response.ok || answer?.errors) throw new Error(`${response.status}: ${text.slice(0, LONGEST_SHOWN)}`);
  return answer;
};

/** Speed counts only where the answers are the same: throws, with the first difference, where they are not. */
export const compareAnswers = async (
  scenario: Scenario,
  contenders: readonly RunningContender[],
): Promise<void> => {
  let first: { name: string; values: unknown } | null = null;
  for (const contender of contenders) {
    const { name } = contender;
    const { writes } = scenario;
    const sent = writes?.send(0, (await writes.readVersions())[0] ?? 0)[name];
    const answer = await ask(contender.request(scenario, sent)).catch((error: Error) => {
      throw new Error(`${scenario.name}: ${name} did not answer: ${error.message}`);
    });
    const values = scenario.read[name](answer);
    if (isEmpty(values)) throw new Error(`${scenario.name}: ${name} answered with nothing to compare`);
    first ??= { name, values };
    if (isDeepStrictEqual(values, first.values)) continue;
    const difference = differenceOf(first.values, values, "");
    throw new Error(`${scenario.name}: ${first.name} and ${name} do not say the same${difference}`);
  }
};

const isEmpty = (values: unknown): boolean =>
  values === null || (Array.isArray(values) && values.length === 0);

const show = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, LONGEST_SHOWN);

/** Where two values part, as deep as they are alike above it. */
const differenceOf = (left: unknown, right: unknown, path: string): string => {
  if (!(isObject(left) && isObject(right)))
    return ` at ${path || "the top"}: ${show(left)} and ${show(right)}`;
  const key = [...new Set([...Object.keys(left), ...Object.keys(right)])].find(
    (each) => !isDeepStrictEqual(left[each], right[each]),
  );
  return key === undefined ? "" : differenceOf(left[key], right[key], `${path}/${key}`);
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
