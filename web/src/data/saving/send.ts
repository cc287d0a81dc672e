import { explain, type Outcome } from "../outcome.ts";
import type { SaveResult, Stored } from "./autosave.ts";

interface Saved {
  version: number;
  savedAt: string;
}

/**
 * Turns the outcome of a mutation into what autosave understands. On a conflict it asks what is stored now, so that
 * the person can compare; when even that fails, the save counts as not having reached the server and is tried again.
 */
export const toSaveResult = async <Success, Value>(
  outcome: Outcome<Success>,
  saved: (value: Success) => Saved | null,
  readStored: () => Promise<Stored<Value> | null>,
): Promise<SaveResult<Value>> => {
  switch (outcome.kind) {
    case "DONE": {
      const done = saved(outcome.value);
      return done ? { kind: "SAVED", ...done } : { kind: "UNREACHABLE" };
    }
    case "CONFLICT": {
      const theirs = await readStored();
      return theirs ? { kind: "CONFLICT", theirs } : { kind: "UNREACHABLE" };
    }
    case "INVALID":
      return {
        kind: "REFUSED",
        message: outcome.problems.map(({ message }) => message).join(". ") || outcome.message,
      };
    case "REFUSED":
      return { kind: "REFUSED", message: explain(outcome) };
    case "SIGNED_OUT":
      return { kind: "SIGNED_OUT" };
    default:
      return { kind: "UNREACHABLE" };
  }
};
