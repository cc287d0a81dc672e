import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { startEmbeddedDatabase } from "../embedded/start-embedded-database.ts";

/**
 * Run as a process of its own by the tests that kill it: starts the embedded database on the directory named as its
 * argument, then writes rows one after another. Prints "ready" and then the number of each row that was acknowledged.
 */
const dataDir = process.argv[2] ?? "";
const database = await startEmbeddedDatabase({ dataDir, onLog: () => undefined });
const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
await sql`create table if not exists written (number integer primary key)`;
const [last] = await sql<{ number: number | null }[]>`select max(number) as number from written`;
process.stdout.write("ready\n");

for (let number = (last?.number ?? 0) + 1; ; number += 1) {
  // A write that fails was not acknowledged; it may be there all the same, so the number is not used again.
  const written = await sql`insert into written values (${number})`.catch(() => null);
  if (written === null) await sleep(20);
  else process.stdout.write(`${number}\n`);
}
