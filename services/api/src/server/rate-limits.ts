import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";

/** At most `max` requests in `timeWindow` milliseconds. */
export interface RateLimit {
  max: number;
  timeWindow: number;
}

const MINUTE_MS = 60_000;

export const perMinute = (max: number): RateLimit => ({ max, timeWindow: MINUTE_MS });

/**
 * Lets routes say how often they may be asked (`config.rateLimit`). Counted in memory, for each process on its own: with
 * several processes the limits are as many times higher.
 */
export const registerRateLimits = async (app: FastifyInstance): Promise<void> => {
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { max, ttl, statusCode }) =>
      Object.assign(new Error(tooManyMessage(max, ttl)), { statusCode, code: "RATE_LIMITED" }),
  });
};

const tooManyMessage = (max: number, ttl: number): string =>
  `Too many requests: at most ${max} a minute. Wait ${Math.max(1, Math.ceil(ttl / 1000))} seconds and try again.`;
