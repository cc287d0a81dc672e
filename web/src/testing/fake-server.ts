import { Client, fetchExchange } from "urql";

export type Answer = (variables: Record<string, unknown>) => unknown;

/** No answer comes back. */
export const LOST = Symbol("lost");

/** Stands for the server: answers each operation by its name, and keeps the variables that it was sent. */
export const createServer = (answers: Record<string, Answer>) => {
  const sent: { name: string; variables: Record<string, unknown> }[] = [];
  const answer = async (_address: unknown, init?: RequestInit): Promise<Response> => {
    const { operationName, variables } = JSON.parse(String(init?.body)) as {
      operationName: string;
      variables: Record<string, unknown>;
    };
    sent.push({ name: operationName, variables });
    const data = answers[operationName]?.(variables) ?? null;
    if (data === LOST) throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } });
  };
  const client = new Client({
    url: "http://localhost/graphql",
    exchanges: [fetchExchange],
    preferGetMethod: false,
    fetch: answer as typeof fetch,
  });
  const inputs = (name: string) =>
    sent
      .filter((each) => each.name === name)
      .map(({ variables }) => variables.input as Record<string, unknown>);
  return { client, sent, inputs };
};
