import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { queueDriver } from "./queue-driver.ts";
import { DEAD_QUEUE, DEAD_QUEUE_TERMS, QUEUE, QUEUE_SCHEMA, QUEUE_TERMS } from "./queue-terms.ts";

/** Brings the queue's own schema up to the installed release of pg-boss, and our terms into it. A few milliseconds when it is. */
export const installQueue = async (url: string): Promise<void> => {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const boss = new PgBoss({
    db: queueDriver(client),
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  // Whatever can't be installed makes start() throw.
  boss.on("error", () => undefined);
  try {
    await boss.start();
    await keepQueue(boss, DEAD_QUEUE, DEAD_QUEUE_TERMS);
    await keepQueue(boss, QUEUE, QUEUE_TERMS);
  } finally {
    await boss.stop({ graceful: false });
    await client.end({ timeout: 5 });
  }
};

const keepQueue = async (boss: PgBoss, name: string, terms: object): Promise<void> => {
  if ((await boss.getQueue(name)) === null) await boss.createQueue(name, terms);
  else await boss.updateQueue(name, terms);
};
