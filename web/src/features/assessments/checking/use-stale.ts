import { useEffect, useState } from "react";
import type { Finding } from "../types.ts";

/** How saving stands where everything that was written has reached the server. */
const SETTLED: readonly string[] = ["CLEAN", "SAVED"];

/** The check comes with the answer to the next question about the draft; where none comes, what is known stands. */
const LONGEST_WAIT = 4_000;

/** True while the findings are older than what was written: until the save is confirmed, and the draft was asked for anew. */
export const useStale = (saving: string, findings: readonly Finding[]): boolean => {
  const [outdated, setOutdated] = useState<readonly Finding[] | null>(null);
  const settled = SETTLED.includes(saving);
  if (!settled && outdated !== findings) setOutdated(findings);
  const stale = outdated === findings;
  useEffect(() => {
    if (!settled || !stale) return;
    const timer = setTimeout(() => setOutdated(null), LONGEST_WAIT);
    return () => clearTimeout(timer);
  }, [settled, stale]);
  return stale;
};
