import { tmpdir } from "node:os";
import { join } from "node:path";

/** Files of journeys at a time: each worker has an application of its own, on a port of its own. */
export const WORKERS = 2;

const FIRST_PORT = Number(process.env.JOURNEYS_PORT ?? 4370);

export const portOf = (worker: number): number => FIRST_PORT + worker;
export const addressOf = (worker: number): string => `http://localhost:${portOf(worker)}`;

/** Where an application notes its data directory, so that a second process can share its database. */
export const dataNote = (port: number): string => join(tmpdir(), `due-regard-journeys-${port}.path`);
