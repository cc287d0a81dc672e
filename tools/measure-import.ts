import { measureImport, type Taken } from "./import/measure-import.ts";

// `node tools/measure-import.ts [ROWS]`: imports a made-up file (1,000,000 rows when not told) in a process with little
// memory, and prints rows a second of each step and the most memory that the process held.

const rows = Number(process.argv[2] ?? 1_000_000);
if (!Number.isInteger(rows) || rows < 1) throw new Error("Give a whole number of rows.");
const { state, counts, stage, check, merge, peakMb } = await measureImport(rows);
const pace = ({ seconds, cpuSeconds }: Taken): string =>
  `${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of them work of this process), ${Math.round(rows / seconds).toLocaleString("en-GB")} rows a second`;
const both = {
  seconds: stage.seconds + merge.seconds,
  cpuSeconds: stage.cpuSeconds + merge.cpuSeconds,
};
console.log(
  `${rows.toLocaleString("en-GB")} rows, ${counts?.new.toLocaleString("en-GB")} figures new: ${state}`,
);
console.log(`  stage          ${pace(stage)}`);
console.log(`  check          ${pace(check)}`);
console.log(`  merge          ${pace(merge)}`);
console.log(`  stage + merge  ${pace(both)}`);
console.log(`  most memory    ${Math.round(peakMb)} MB`);
