import { StartFailure } from "@due-regard/database/start-failure";
import type { Failure, Result } from "@due-regard/domain/result";

/** The value of a verb's answer; a failure becomes the sentences that the operator is shown. */
export function unwrapResult<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new StartFailure(describe(result.failure));
}

function describe(failure: Failure): string {
  const sentences =
    failure.kind === "VALIDATION" ? failure.problems.map(({ message }) => message) : [failure.message];
  return sentences.map((sentence) => (sentence.endsWith(".") ? sentence : `${sentence}.`)).join("\n");
}
