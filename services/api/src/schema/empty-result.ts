import type { PothosOutputFieldConfig, SchemaTypes } from "@pothos/core";
import { GraphQLError } from "graphql";
import type { ApiContext } from "../context.ts";

export const refusal = (context: ApiContext, act: "see" | "do" = "see"): GraphQLError =>
  context.viewer === null
    ? new GraphQLError(`Sign in to ${act} this.`, { extensions: { code: "UNAUTHENTICATED" } })
    : new GraphQLError(`You may not ${act} this, or this token does not have the scope that it needs.`, {
        extensions: { code: "FORBIDDEN" },
      });

/**
 * What a field answers when the policy refuses it. At the roots it says so: a query or a subscription with an error, a mutation
 * with NotAllowed. Below them missing and forbidden look alike: an empty list or null.
 */
export const emptyResultFor = <Types extends SchemaTypes>(
  parentType: string,
  type: PothosOutputFieldConfig<Types>["type"],
) => {
  if (parentType === "Query" || parentType === "Subscription")
    return (_root: unknown, _args: object, context: ApiContext) => refuse(context);
  if (parentType === "Mutation") {
    return (_root: unknown, _args: object, context: ApiContext) => ({
      kind: "NOT_ALLOWED",
      message: refusal(context, "do").message,
    });
  }
  // An empty list would answer the question; a list that may be null says that it was not answered.
  if (type.nullable) return () => null;
  if (type.kind === "List") return () => [];
  if (String(type.ref).endsWith("Connection") || isConnection(type.ref)) return () => emptyConnection;
  return (_root: unknown, _args: object, context: ApiContext) => refuse(context);
};

const refuse = (context: ApiContext): never => {
  throw refusal(context);
};

const isConnection = (ref: unknown): boolean =>
  typeof ref === "object" && ref !== null && "name" in ref && String(ref.name).endsWith("Connection");

const emptyConnection = {
  edges: [],
  totalCount: async () => 0,
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};
