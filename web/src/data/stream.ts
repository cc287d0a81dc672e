import { createClient, type Sink } from "graphql-sse";
import { type Exchange, subscriptionExchange } from "urql";

/** A stream that ends without a word is no answer: whoever asked must hear of it. */
const endingAloud = (sink: Sink<never>): Sink<never> => {
  let answered = false;
  return {
    next: (result) => {
      answered = true;
      sink.next(result);
    },
    error: (error) => sink.error(error),
    complete: () => (answered ? sink.complete() : sink.error(new Error("The stream ended at once"))),
  };
};

/**
 * Subscriptions, each as a stream of server-sent events of its own. Whoever subscribes tries again by themselves when a stream
 * breaks: only they know what they missed.
 */
export const streamExchange = (): Exchange => {
  const streams = createClient({ url: "/graphql/stream", credentials: "same-origin", retryAttempts: 0 });
  return subscriptionExchange({
    forwardSubscription: ({ query = "", variables }) => ({
      subscribe: (sink) => ({
        unsubscribe: streams.subscribe(
          { query, ...(variables ? { variables } : {}) },
          endingAloud(sink as Sink<never>) as never,
        ),
      }),
    }),
  });
};
