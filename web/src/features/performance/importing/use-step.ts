import { useState } from "react";
import type { TypedDocumentNode } from "urql";
import { useClient } from "urql";
import { newKey } from "../../../data/new-key.ts";
import { explain, outcomeOf, type Problem } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { ImportMutation, UndoMutation } from "./queries.ts";
import type { MappingInput } from "./types.ts";

interface Step {
  busy: boolean;
  errors: readonly FieldError[];
  setErrors: (errors: readonly FieldError[]) => void;
}

interface StepOptions {
  toField?: (problem: Problem) => FieldError;
  onDone?: () => void;
}

const ALONE = ({ message }: Problem): FieldError => ({ field: null, message });

/** Sends one step of an import. The same intended step keeps its key, so that pressing twice has the effect of once. */
const useSend = <Input, Data>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  answerOf: (data: Data) => { __typename: string },
  { toField = ALONE, onDone }: StepOptions,
) => {
  const client = useClient();
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const send = async (inputOf: (idempotencyKey: string) => Input) => {
    setBusy(true);
    setErrors([]);
    const { data, error } = await client.mutation(mutation, { input: inputOf(key) }).toPromise();
    setBusy(false);
    const outcome = outcomeOf(data ? answerOf(data) : null, error);
    // An answer that did come back settles this try; a lost one may have been carried out and keeps its key.
    if (outcome.kind !== "UNREACHABLE") setKey(newKey());
    if (outcome.kind === "DONE") return onDone?.();
    const problems = outcome.kind === "INVALID" ? outcome.problems : [];
    setErrors(problems.length > 0 ? problems.map(toField) : [{ field: null, message: explain(outcome) }]);
  };
  return { send, busy, errors, setErrors };
};

/** Checks the rows of a file (`dryRun`), or records its figures. */
export const useImportStep = (
  id: string,
  options: StepOptions = {},
): Step & { check: (mapping: MappingInput) => void; record: (skipFaulty: boolean) => void } => {
  const { send, ...step } = useSend(ImportMutation, (data) => data.importMetrics, options);
  return {
    ...step,
    check: (mapping) =>
      void send((idempotencyKey) => ({ import: id, mapping, dryRun: true, idempotencyKey })),
    record: (skipFaulty) =>
      void send((idempotencyKey) => ({ import: id, dryRun: false, skipFaulty, idempotencyKey })),
  };
};

export const useUndo = (id: string, options: StepOptions = {}): Step & { undo: (reason: string) => void } => {
  const { send, ...step } = useSend(UndoMutation, (data) => data.undoImport, options);
  return {
    ...step,
    undo: (reason) =>
      void send((idempotencyKey) => ({
        import: id,
        idempotencyKey,
        ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      })),
  };
};
