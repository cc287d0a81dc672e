import type { FastifyReply, FastifyRequest } from "fastify";
import type { Identification } from "./identify-request.ts";

/** A wrong token is told so; a cookie counts only when one of our own pages sent the request. */
export const refuseStrangers = (
  { refuse }: Identification,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined => {
  const refusal = refuse(request);
  if (refusal === null) return undefined;
  if (refusal.status === 401) reply.header("www-authenticate", "Bearer");
  return sendGraphqlError(reply, refusal.status, refusal.code, refusal.message);
};

/** An answer in GraphQL's own form, for what is refused before GraphQL runs. */
export const sendGraphqlError = (
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
): FastifyReply =>
  reply
    .code(status)
    .type("application/json; charset=utf-8")
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
