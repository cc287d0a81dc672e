import type { Stored } from "@due-regard/domain/ehria/save-rule";
import type { Client, OperationContext } from "urql";
import { explain, type Outcome } from "../../../../data/outcome.ts";
import { DraftQuery } from "../../queries.ts";
import type { Content } from "../../types.ts";
import type { Attempt, SaveResult } from "../cell.ts";
import type { SaveAddress, SaveKind, SaveLink } from "./kind.ts";

/** Longest wait for an answer, in milliseconds: a dead connection must not hold the queue up. */
const LONGEST_WAIT = 30_000;
/** A request that outlives its page may hold 64 KB; a character takes up to 3 bytes. */
const LONGEST_KEPT_ALIVE = 15_000;

/** What the request carries beside its text. */
export const requestOptions = (
  { person, leaving }: SaveLink,
  { value, setAside }: Attempt<unknown>,
): Partial<OperationContext> => {
  const length = JSON.stringify(value).length + (setAside?.length ?? 0);
  return {
    fetchOptions: {
      credentials: "same-origin",
      headers: person === "" ? {} : { "due-regard-writer": person },
      keepalive: leaving && length < LONGEST_KEPT_ALIVE,
      signal: AbortSignal.timeout(LONGEST_WAIT),
    },
  };
};

/** Reads the draft anew, past the cache. Null: it could not be read, or may not be. */
export const readDraft = async (client: Client, reference: string): Promise<Content | null> => {
  const { data } = await client
    .query(DraftQuery, { reference }, { requestPolicy: "network-only" })
    .toPromise();
  return data?.assessment ?? null;
};

interface Sent<Address extends SaveAddress, Value> {
  kind: Pick<SaveKind<Address, Value>, "read" | "same">;
  link: SaveLink;
  address: Address;
  attempt: Attempt<Value>;
}

/** What the server says about a save that it did not take, once what it holds has been looked at. */
const afterRefusal = async <Address extends SaveAddress, Value>(
  { kind, link, address, attempt }: Sent<Address, Value>,
  message: string,
): Promise<SaveResult<Value>> => {
  const content = await readDraft(link.client, address.reference);
  if (content === null) return { kind: "CLOSED", message };
  const stored = kind.read(content, address);
  // It had been stored before the assessment closed, and only the answer was lost.
  if (kind.same(stored.value, attempt.value) && stored.version > 0)
    return { kind: "SAVED", stored, savedAt: new Date().toISOString() };
  const isOpen = content.availableActions.includes("EDIT");
  return isOpen ? { kind: "CONFLICT", theirs: stored } : { kind: "CLOSED", message };
};

/** Turns the outcome of a mutation into what the rules of saving understand. */
export const resultOf = async <Address extends SaveAddress, Value, Success>(
  sent: Sent<Address, Value>,
  outcome: Outcome<Success>,
  saved: (success: Success) => { stored: Stored<Value>; savedAt: string; address?: Address } | null,
): Promise<SaveResult<Value>> => {
  switch (outcome.kind) {
    case "DONE": {
      const done = saved(outcome.value);
      return done ? { kind: "SAVED", ...done } : { kind: "UNREACHABLE" };
    }
    case "CONFLICT": {
      const content = await readDraft(sent.link.client, sent.address.reference);
      // Without their text there is nothing to choose from: it is tried again.
      return content
        ? { kind: "CONFLICT", theirs: sent.kind.read(content, sent.address) }
        : { kind: "UNREACHABLE" };
    }
    case "INVALID": {
      const messages = outcome.problems.map(({ message }) => message).join(". ");
      return { kind: "REFUSED", message: messages || outcome.message };
    }
    case "REFUSED":
      return afterRefusal(sent, outcome.message);
    case "SIGNED_OUT":
      return { kind: "SIGNED_OUT" };
    case "BROKEN":
      return { kind: "BROKEN", message: explain(outcome) };
    default:
      return { kind: "UNREACHABLE" };
  }
};
