import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import type { Finding } from "../types.ts";
import { findingKey } from "./visible-findings.ts";

interface FindingsBoard {
  findings: readonly Finding[];
  /** Tells the page what a place shows, so that one voice can say what is new. */
  report: (label: string, shown: readonly Finding[]) => void;
}

const FindingsContext = createContext<FindingsBoard>({ findings: [], report: () => undefined });

export const useFindings = (): FindingsBoard => useContext(FindingsContext);

/** What is new since the page was opened, in one sentence. Null: nothing. */
export const newsOf = (label: string, fresh: readonly Finding[]): string | null => {
  const [first] = fresh;
  if (first === undefined) return null;
  const others = fresh.length - 1;
  const more = others === 0 ? "" : ` And ${others} more.`;
  return `The checker has a note on ${label}. ${first.weight === "BLOCKS" ? first.remedy : first.message}${more}`;
};

interface FindingsProviderProps {
  findings: readonly Finding[];
  children: ReactNode;
}

/** Holds what the checker found for the fields of a page, and says politely what comes up while somebody writes. */
export const FindingsProvider = ({ findings, children }: FindingsProviderProps) => {
  const [news, setNews] = useState("");
  const told = useRef(new Set<string>());
  const opened = useRef(false);
  useEffect(() => {
    opened.current = true;
  }, []);
  const report: FindingsBoard["report"] = (label, shown) => {
    const fresh = shown.filter((finding) => !told.current.has(findingKey(finding)));
    for (const finding of fresh) told.current.add(findingKey(finding));
    // What stood there when the page was opened is read with the page.
    const said = opened.current ? newsOf(label, fresh) : null;
    if (said !== null) setNews(said);
  };
  return (
    <FindingsContext value={{ findings, report }}>
      {children}
      <div role="status" className="govuk-visually-hidden">
        {news}
      </div>
    </FindingsContext>
  );
};
