import type { DatabaseConnection } from "@due-regard/database/connection";
import type { PublicRegister } from "@due-regard/database/public-register";
import type { DestinationStream } from "pino";
import { schema } from "../schema.ts";
import type { SealKeys } from "../seal/seal-keys.ts";
import { explainListenError } from "../start/check-port.ts";
import { buildApp, type ServerConfig } from "./build-app.ts";
import { closeGracefully } from "./close-gracefully.ts";
import { createLogger } from "./logger.ts";

export interface RunningServer {
  /** The address that people open. */
  url: string;
  /** Stops listening, finishes what is under way (at most ten seconds), then closes the pool. Safe to call twice. */
  close: () => Promise<void>;
}

/** Starts the server. Throws StartFailure when it can't listen; the pool stays open then, for the caller to close. */
export const startServer = async ({
  config,
  database,
  register,
  seals,
  logTo,
}: {
  config: ServerConfig;
  database: DatabaseConnection;
  /** What the public reads, and nothing else. Stays open when the server closes: its owner closes it. */
  register: PublicRegister;
  seals: SealKeys;
  /** Where the log goes; standard output when it is left out. */
  logTo?: DestinationStream;
}): Promise<RunningServer> => {
  const logger = createLogger({ level: config.logLevel, ...(logTo ? { destination: logTo } : {}) });
  const app = await buildApp({ config, database, register, logger, schema, seals });
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.close();
    throw explainListenError(error, config.host, config.port);
  }
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= closeGracefully(app).then(() => database.close());
    return closing;
  };
  return { url: config.baseUrl, close };
};
