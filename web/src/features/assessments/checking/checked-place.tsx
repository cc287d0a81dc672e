import { type FocusEvent, type ReactNode, useEffect, useState } from "react";
import { useLocation } from "react-router";
import { useDraft } from "../drafting/draft-context.ts";
import { fieldId, questionId } from "../drafting/fields/field.ts";
import { addressOfPlace } from "../reading/place-address.ts";
import type { Finding } from "../types.ts";
import { FindingNote } from "./finding-note.tsx";
import { useFindings } from "./findings-context.tsx";
import { useStale } from "./use-stale.ts";
import { findingKey, findingsAt, type Visit, visibleFindings } from "./visible-findings.ts";
import { whenReleased } from "./when-released.ts";

interface CheckedPlaceProps {
  /** As findings name it: "question" or "question.part". */
  place: string;
  /** How saving stands here: what was written last may not be checked yet. */
  saving?: string | undefined;
  /** True where each action of the plan shows what is found about it. */
  withoutActions?: boolean | undefined;
  children?: ReactNode;
}

/** Whoever followed a link to a field came for what is missing there. */
const cameFor = (findings: readonly Finding[], place: string, hash: string): boolean => {
  const ids = [fieldId(place), questionId(place)];
  const fields = findings.flatMap(({ field }) => (field ? [`${fieldId(place)}-${field}`] : []));
  return [...ids, ...fields].includes(hash.slice(1));
};

/** A field, or several that are answered together, with what the checker finds about them beneath. */
export const CheckedPlace = ({ place, saving = "CLEAN", withoutActions, children }: CheckedPlaceProps) => {
  const { findings, report } = useFindings();
  const { content } = useDraft();
  const label = addressOfPlace(content, place)?.label ?? "this answer";
  const { hash } = useLocation();
  const [visit, setVisit] = useState<Visit>("UNVISITED");
  const here = findingsAt(findings, place).filter(({ action }) => !withoutActions || action === null);
  const [wasLeft, setWasLeft] = useState(() => cameFor(here, place, hash));
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set());
  const shown = visibleFindings(here, { visit, stale: useStale(saving, findings), wasLeft, known });
  const keys = shown.map(findingKey).join();
  useEffect(() => report(label, shown), [keys]);
  const enter = () => {
    if (visit === "INSIDE") return;
    setKnown(new Set(shown.map(findingKey)));
    setVisit("INSIDE");
  };
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    // From one box to the next of the same answer nobody has left it.
    if (event.currentTarget.contains(event.relatedTarget)) return;
    whenReleased(() => {
      setVisit("LEFT");
      setWasLeft(true);
    });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to the fields within, and is none itself
    <div onFocus={enter} onBlur={leave}>
      {children}
      {shown.map((finding) => (
        <FindingNote key={findingKey(finding)} finding={finding} at={place} />
      ))}
    </div>
  );
};
