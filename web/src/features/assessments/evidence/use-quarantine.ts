import { useEffect } from "react";
import { useClient } from "urql";
import { DraftQuery } from "../queries.ts";
import type { Evidence } from "../types.ts";

/** How often it is asked whether the scanner has looked at what waits for it, in milliseconds. */
const EVERY_MS = 15_000;

/** Asks again while a file waits for the scanner: that it was looked at stands in no record, so nobody tells the page. */
export const useQuarantine = (reference: string, evidence: readonly Evidence[]): void => {
  const client = useClient();
  const waits = evidence.some(({ file }) => file?.state === "QUARANTINED");
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "hidden") return;
      void client.query(DraftQuery, { reference }, { requestPolicy: "network-only" }).toPromise();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [client, reference, waits]);
};
