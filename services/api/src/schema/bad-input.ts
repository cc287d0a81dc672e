import type { Failure } from "@due-regard/domain/result";
import { GraphQLError } from "graphql";

/** An argument that can't be taken, as the client's error in words. */
export const badInput = (failure: Failure): GraphQLError => {
  const problem = failure.kind === "VALIDATION" ? failure.problems[0]?.message : undefined;
  return new GraphQLError(problem ?? failure.message, { extensions: { code: "BAD_USER_INPUT" } });
};
