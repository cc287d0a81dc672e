import type { FastifyInstance } from "fastify";
import { LIMITS } from "./limits.ts";

const LOOK_EVERY_MS = 50;

/**
 * New connections are refused at once; whatever is still under way after the deadline is cut off. A connection that is
 * kept alive for a next request is closed as soon as its last answer is out.
 */
export const closeGracefully = async (
  app: FastifyInstance,
  deadlineMs: number = LIMITS.shutdownMs,
): Promise<void> => {
  const idle = setInterval(() => app.server.closeIdleConnections(), LOOK_EVERY_MS);
  const deadline = setTimeout(() => app.server.closeAllConnections(), deadlineMs);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(deadline);
  }
};
