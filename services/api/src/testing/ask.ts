import type { TestApp } from "./test-app.ts";

export interface Answered {
  status: number;
  data?: unknown;
  errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

/** Sends one GraphQL request to a test server, from a new browser without cookies. A text is sent as it stands. */
export const askGraphql = async (
  app: TestApp,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> => {
  const response = await app.openBrowser().postJson("/graphql", body, headers);
  return { status: response.status, ...((await response.json()) as object) };
};
