import { createServer } from "node:net";
import { StartFailure } from "@due-regard/database/start-failure";

const REASONS: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_host, port) => `Port ${port} is already in use: stop what uses it, or set another PORT.`,
  EACCES: (_host, port) => `Port ${port} may not be used by this account: set another PORT.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}: set another HOST.`,
  ENOTFOUND: (host) => `This machine has no address ${host}: set another HOST.`,
};

/** Makes sure, before anything is changed, that the server will be able to listen. Throws StartFailure when not. */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error) => reject(explainListenError(error, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Turns what the system says of a listen into the sentence to show. */
export function explainListenError(error: unknown, host: string, port: number): unknown {
  const reason = REASONS[String((error as { code?: unknown }).code)];
  return reason === undefined ? error : new StartFailure(reason(host, port));
}
