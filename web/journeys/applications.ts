/** Files of journeys at a time: each worker has an application of its own, on a port of its own. */
export const WORKERS = 2;

const FIRST_PORT = Number(process.env.JOURNEYS_PORT ?? 4370);

export const portOf = (worker: number): number => FIRST_PORT + worker;
export const addressOf = (worker: number): string => `http://localhost:${portOf(worker)}`;
