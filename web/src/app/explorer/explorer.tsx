import { GraphiQL, type GraphiQLProps } from "graphiql";
import type { GraphQLSchema } from "graphql";
import { WORKED_QUERIES } from "./worked-queries.ts";

/** Sends an operation as the pages do: on our own origin, with the session of whoever is signed in. */
const fetcher: GraphiQLProps["fetcher"] = async (operation, options) => {
  const response = await fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json", ...options?.headers },
    body: JSON.stringify(operation),
  });
  return response.json();
};

const TABS = WORKED_QUERIES.map((query) => ({ query }));

export const Explorer = ({ schema }: { schema: GraphQLSchema | null }) => (
  <GraphiQL fetcher={fetcher} schema={schema} defaultTabs={TABS} forcedTheme="light">
    <GraphiQL.Logo>
      <a href="/" className="explorer-home">
        Due Regard
      </a>
    </GraphiQL.Logo>
  </GraphiQL>
);
