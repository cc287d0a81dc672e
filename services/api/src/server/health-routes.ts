import type { DatabaseConnection } from "@due-regard/database/connection";
import type { FastifyInstance } from "fastify";
import { LIMITS } from "./limits.ts";

/** /healthz: this process is alive. /readyz: it can serve, because the database answers within a second. */
export const registerHealth = (app: FastifyInstance, { sql }: DatabaseConnection): void => {
  const databaseAnswers = createProbe(() => sql`select 1`);
  const headers = { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" };
  app.get("/healthz", async (_request, reply) => reply.headers(headers).send("alive\n"));
  app.get("/readyz", async (_request, reply) => {
    if (await databaseAnswers()) return reply.headers(headers).send("ready\n");
    return reply.code(503).headers(headers).send("not ready: the database does not answer\n");
  });
};

/**
 * Whether `ask` succeeds in time. While one question is unanswered no second one is sent, so that probes can't fill the
 * pool of a database that hangs.
 */
const createProbe = (ask: () => PromiseLike<unknown>): (() => Promise<boolean>) => {
  let asking: Promise<boolean> | null = null;
  return () => {
    asking ??= Promise.resolve(ask())
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asking = null;
      });
    return Promise.race([asking, answerAfter(LIMITS.readyMs, false)]);
  };
};

const answerAfter = <Answer>(ms: number, answer: Answer): Promise<Answer> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(answer), ms).unref();
  });
