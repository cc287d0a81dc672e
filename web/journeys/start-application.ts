import { rm } from "node:fs/promises";

// Starts the application as anybody would, in an empty data directory of its own.
const { DATA_DIR } = process.env;
if (!DATA_DIR) throw new Error("DATA_DIR must name the directory that the journeys may empty");
await rm(DATA_DIR, { recursive: true, force: true });
await import("../../services/api/src/main.ts");
