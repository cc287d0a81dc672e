import type { TestApp } from "./test-app.ts";

/** Headers that prove who asks: a token's, or a browser's cookie with the origin of our own pages. */
export type Proof = Record<string, string>;

export interface StreamedResult {
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever they asked for
  data?: any;
  errors?: { message: string; extensions: Record<string, unknown> }[];
}

export interface TestStream {
  status: number;
  headers: Headers;
  /** The next result; null: the stream has ended. */
  next: () => Promise<StreamedResult | null>;
  /** The next result for which this holds, past any others; null: the stream ended before it came. */
  until: (holds: (result: StreamedResult) => boolean) => Promise<StreamedResult | null>;
  /** What is left, up to its end. */
  rest: () => Promise<StreamedResult[]>;
  /** As when the tab closes. */
  close: () => void;
}

/** Subscribes over HTTP, as the client does, and reads server-sent events. */
export const openStream = async (
  app: Pick<TestApp, "app">,
  proof: Proof,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<TestStream> => {
  const address = app.app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const control = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/graphql/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream", ...proof },
    body: JSON.stringify({ query, variables }),
    signal: control.signal,
  });
  const results = readEvents(response);
  const next = async (): Promise<StreamedResult | null> => {
    const { done, value } = await results.next();
    return done ? null : value;
  };
  return {
    status: response.status,
    headers: response.headers,
    next,
    until: async (holds) => {
      let result = await next();
      while (result !== null && !holds(result)) result = await next();
      return result;
    },
    rest: async () => {
      const all: StreamedResult[] = [];
      for (let result = await next(); result !== null; result = await next()) all.push(result);
      return all;
    },
    close: () => control.abort(),
  };
};

async function* readEvents(response: Response): AsyncGenerator<StreamedResult> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece as Uint8Array, { stream: true });
    for (let end = text.indexOf("\n\n"); end !== -1; end = text.indexOf("\n\n")) {
      const event = text.slice(0, end);
      text = text.slice(end + 2);
      if (event.includes("event: complete")) return;
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data) yield JSON.parse(data) as StreamedResult;
    }
  }
  // Not a stream at all: an answer that refuses it.
  if (text.startsWith("{")) yield JSON.parse(text) as StreamedResult;
}
