import { type GeneralAct, may } from "@due-regard/domain/access/policy";
import { NODE_ACTS } from "@due-regard/domain/access/schema-policy";
import SchemaBuilder from "@pothos/core";
import DataloaderPlugin from "@pothos/plugin-dataloader";
import RelayPlugin, { resolveNodes } from "@pothos/plugin-relay";
import ScopeAuthPlugin from "@pothos/plugin-scope-auth";
import type { GraphQLResolveInfo } from "graphql";
import type { ApiContext } from "../context.ts";
import { isRowId } from "./load-by-ids.ts";
import "./plain-ids-plugin.ts";
import "./policy-plugin.ts";

interface Types {
  Context: ApiContext;
  DefaultFieldNullability: false;
  AuthScopes: { act: GeneralAct };
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
  };
  Connection: { totalCount: () => Promise<number> };
}

const mayLoad = (context: ApiContext, typename: string): boolean => {
  // The name comes from outside: "constructor" is no type of ours, though every object has one.
  const act = Object.hasOwn(NODE_ACTS, typename) ? NODE_ACTS[typename] : undefined;
  return act !== undefined && may(context.viewer, act);
};

/** What is published is named by its reference: it has no row that the public could not see. */
const isReference = (text: string): boolean => text.length <= 60 && /^[A-Z0-9]+(-[A-Z0-9]+)+$/.test(text);

interface ReadId {
  typename: string;
  id: string;
}

/** A global id in its parts. One that we never gave names nothing: it is not found, or is of the wrong type for an input. */
const readGlobalId = (globalId: string): ReadId => {
  const [typename = "", id = ""] = Buffer.from(globalId, "base64").toString("utf8").split(":");
  const isKey = typename === "PublishedAssessment" ? isReference(id) : isRowId(id);
  return isKey ? { typename, id } : { typename: "", id: "" };
};

export const builder = new SchemaBuilder<Types>({
  // The policy plugin names each field's scope, so it comes before the plugin that checks scopes.
  plugins: ["policy", ScopeAuthPlugin, RelayPlugin, "plainIds", DataloaderPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    authScopes: (context) => ({ act: (act) => may(context.viewer, act) }),
  },
  relay: {
    clientMutationId: "omit",
    cursorType: "String",
    nodeTypeOptions: { description: "Anything with a global id." },
    pageInfoTypeOptions: { description: "Where a page of a connection stands in the whole." },
    edgesFieldOptions: { description: "The objects of this page, each with its cursor." },
    pageInfoFieldOptions: { description: "Where this page stands in the whole." },
    nodeFieldOptions: { description: "The object." },
    cursorFieldOptions: { description: "Where the object stands: send it as `after` or `before`." },
    hasNextPageFieldOptions: { description: "True when more follow." },
    hasPreviousPageFieldOptions: { description: "True when some come before." },
    startCursorFieldOptions: { description: "Cursor of the first object here. Null: the page is empty." },
    endCursorFieldOptions: { description: "Cursor of the last object here. Null: the page is empty." },
    firstArgOptions: { description: "How many from the start, up to 200. Default: 50." },
    afterArgOptions: { description: "Only what comes after this cursor." },
    lastArgOptions: { description: "How many from the end, up to 200: send it with `before`." },
    beforeArgOptions: { description: "Only what comes before this cursor." },
    decodeGlobalID: readGlobalId,
    idFieldOptions: { description: "Global id: opaque, stable, accepted by `node`." },
    nodeQueryOptions: {
      args: { id: { description: "A global id, as `id` gives it." } },
      description: "The object with this global id. Null when there is none, and when you may not see it.",
      resolve: (_root, { id }, context, _info, resolveNode) =>
        mayLoad(context, id.typename) ? resolveNode(id) : null,
    },
    nodesQueryOptions: {
      args: { ids: { description: "Global ids, as `id` gives them." } },
      description: "As `node`, for several ids; nulls stand where nothing was found.",
      // The function that Pothos hands over here loads every id that was asked for, whatever it is given.
      resolve: (_root, { ids }, context, info) => loadNodes(context, info, ids),
    },
  },
});

const loadNodes = (
  context: ApiContext,
  info: GraphQLResolveInfo,
  ids: readonly ReadId[],
): Promise<unknown[]> =>
  resolveNodes(
    builder,
    context,
    info,
    ids.map((id) => (mayLoad(context, id.typename) ? id : null)),
  );

builder.queryType({ description: "Everything that can be asked." });
builder.mutationType({
  description:
    "Everything that can be changed. Expected failures are members of each result's union, never errors.",
});

builder.subscriptionType({
  description: "What can be followed while it happens, as server-sent events at /graphql/stream.",
});

builder.globalConnectionField("totalCount", (t) =>
  t.int({
    description: "How many there are in the whole connection, counting only what you may see.",
    resolve: (connection) => connection.totalCount(),
  }),
);
