import { type DestinationStream, type Logger, pino } from "pino";
import { describeError } from "./describe-error.ts";

export interface LoggerOptions {
  level: string;
  /** Where the lines go; standard output when it is left out. */
  destination?: DestinationStream;
}

/**
 * One JSON line for each event. Nothing personal gets in: requests are named by route, never by address with its query;
 * no headers, bodies, variables or cookies; errors as describeError leaves them.
 */
export const createLogger = ({ level, destination }: LoggerOptions): Logger => {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {
      err: describeError,
      // Fastify hands these over in some of its own lines.
      req: (request: { method?: string }) => ({ method: request.method }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
    },
  };
  return destination ? pino(options, destination) : pino(options);
};
