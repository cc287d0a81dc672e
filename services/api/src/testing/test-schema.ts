import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { buildSchema, GraphQLError, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { ApiContext } from "../context.ts";

type Resolver = (source: unknown, args: Record<string, never>, context: ApiContext) => unknown;

const SDL = `
  type Query {
    me: Me
    crash: String
    badStatement(text: String): String
    refused: String
    slow(ms: Int!): String
    item: Item!
    items(first: Int, last: Int): ItemConnection!
    needed(size: Int! = 3): Int
  }
  type Me { email: String! scopes: [String!]! via: String }
  type Item { name: String! child: Item! items(first: Int): ItemConnection! }
  type ItemConnection { edges: [ItemEdge!]! }
  type ItemEdge { node: Item! }
`;

const ITEM = { name: "item", child: () => ITEM, items: () => ({ edges: [] }) };

const RESOLVERS: Record<string, Resolver> = {
  me: (_source, _args, { viewer }) => viewer && { email: viewer.user.email, scopes: viewer.scopes },
  crash: () => {
    throw new Error("Could not open /srv/private/file for some.body@example.org");
  },
  badStatement: async (_source, { text }, { db }) => {
    await db.execute(sql`select * from users where id = ${text}::uuid`);
    return "never";
  },
  refused: () => {
    throw new GraphQLError("You may not see this.", { extensions: { code: "FORBIDDEN" } });
  },
  slow: async (_source, { ms }) => {
    await sleep(ms);
    return "done";
  },
  item: () => ITEM,
  items: () => ({ edges: [] }),
  needed: (_source, { size }) => size,
};

/** A schema that goes wrong in every way that the server has to stand. */
export const createTestSchema = (): GraphQLSchema => {
  const schema = buildSchema(SDL);
  const fields = (schema.getQueryType() as GraphQLObjectType).getFields();
  for (const [name, resolve] of Object.entries(RESOLVERS)) {
    const field = fields[name];
    if (field) field.resolve = resolve;
  }
  return schema;
};
