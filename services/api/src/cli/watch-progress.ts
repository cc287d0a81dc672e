import type { ImportRecord } from "../features/performance/importing/load-imports.ts";

export interface ProgressWatch {
  start: (importId: string) => void;
  stop: () => void;
}

const LOOK_EVERY_MS = 300;
const DOING: Partial<Record<ImportRecord["state"], string>> = {
  READING: "Reading",
  CHECKING: "Checking",
  COMMITTING: "Recording",
  UNDOING: "Undoing",
};
const inWords = new Intl.NumberFormat("en-GB");

/** What is being done and how far it is, on one line. Null: nothing is. */
export function progressLine({ state, rowsDone, rowsInAll }: ImportRecord): string | null {
  const doing = DOING[state];
  if (doing === undefined) return null;
  const done = inWords.format(rowsDone);
  if (rowsInAll === null || rowsInAll === 0) return `${doing}: ${done} rows`;
  const share = Math.min(100, Math.floor((rowsDone / rowsInAll) * 100));
  return `${doing}: ${done} of ${inWords.format(rowsInAll)} rows (${share}%)`;
}

/** Rewrites one line of the terminal while an import is under way. Where the output is no terminal it stays silent. */
export function watchProgress(find: (importId: string) => Promise<ImportRecord | null>): ProgressWatch {
  const { stderr } = process;
  let timer: NodeJS.Timeout | undefined;
  const look = async (importId: string): Promise<void> => {
    const record = await find(importId).catch(() => null);
    const line = record === null ? null : progressLine(record);
    if (timer !== undefined && line !== null) stderr.write(`\r${line.padEnd(60)}`);
  };
  return {
    start: (importId) => {
      if (!stderr.isTTY || timer !== undefined) return;
      timer = setInterval(() => void look(importId), LOOK_EVERY_MS);
    },
    stop: () => {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      stderr.write(`\r${" ".repeat(60)}\r`);
    },
  };
}
