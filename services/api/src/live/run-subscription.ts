import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
} from "graphql";
import type { ApiContext, SignedInViewer } from "../context.ts";

interface SubscriptionArgs extends ExecutionArgs {
  schema: GraphQLSchema;
  contextValue: ApiContext;
}

/** Events of a subscription carry who reads them, as they were when it was told. */
interface JudgedEvent {
  access: { viewer: SignedInViewer };
}

const isRefused = (value: ExecutionResult | AsyncIterableIterator<JudgedEvent>): value is ExecutionResult =>
  !(Symbol.asyncIterator in value);

/**
 * As graphql's `subscribe`, but each event is answered in a context of its own, for who the reader is at that moment: loaders
 * remember what they loaded, and must not do so for longer than one event. `finish` has a last look at each answer.
 */
export const runSubscription = async (
  args: SubscriptionArgs,
  finish: (result: ExecutionResult) => ExecutionResult = (result) => result,
): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> => {
  const begun = (await createSourceEventStream(args)) as ExecutionResult | AsyncIterableIterator<JudgedEvent>;
  if (isRefused(begun)) return finish(begun);
  const source = begun;
  const answer = async (
    step: Promise<IteratorResult<JudgedEvent>>,
  ): Promise<IteratorResult<ExecutionResult>> => {
    const { done, value } = await step;
    if (done) return { done: true, value: undefined };
    const contextValue: ApiContext = { ...args.contextValue, viewer: value.access.viewer };
    const result = (await execute({ ...args, rootValue: value, contextValue })) as ExecutionResult;
    return { done: false, value: finish(result) };
  };
  const results: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => results,
    next: () => answer(source.next()),
    return: async () => {
      await source.return?.();
      return { done: true, value: undefined };
    },
    throw: async () => {
      await source.return?.();
      return { done: true, value: undefined };
    },
  };
  return results;
};
