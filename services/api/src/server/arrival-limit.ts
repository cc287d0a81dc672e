import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyContextConfig {
    /** For the whole request to arrive, in milliseconds, where it may be large. */
    arrivalMs?: number;
  }
}

const TOO_SLOW = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n";

/**
 * Cuts off whoever sends a request more slowly than its route allows: `arrivalMs` of its config, else `ms`. Node has but
 * one such limit for the whole server, which has to be the longest.
 */
export const registerArrivalLimit = (app: FastifyInstance, ms: number): void => {
  app.addHook("onRequest", async (request, reply) => {
    const timer = setTimeout(() => {
      if (request.raw.complete) return;
      request.raw.socket.end(TOO_SLOW);
      request.raw.socket.destroySoon();
    }, request.routeOptions.config.arrivalMs ?? ms);
    reply.raw.once("close", () => clearTimeout(timer));
  });
};
