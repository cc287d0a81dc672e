import type { FastifyInstance } from "fastify";

/**
 * One line for each request: method, route, status and time. The route's pattern stands for the address, because an
 * address may carry codes, states and names; requests are told apart by their id, which the answer carries too.
 */
export const registerRequestLog = (app: FastifyInstance): void => {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? "(none)",
      status: reply.raw.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log.info(line, "request");
  });
};
