import { periodOf } from "@due-regard/domain/metrics/period";
import { Details } from "../../../ui/details.tsx";
import { formatDate, formatDay, formatInstant } from "../../../ui/format/dates.ts";
import { fileSize } from "../../../ui/format/file-size.ts";
import { SummaryList } from "../../../ui/summary-list.tsx";
import type { Evidence } from "../types.ts";
import { shortHash } from "./evidence-words.ts";

type Fact = [label: string, value: string | null | undefined];

const onWords: Record<Evidence["kind"], string> = {
  OBSERVATION: "Speaks for the time to",
  STRATEGY_ELEMENT: "Plan in force from",
  DELIVERY_ACTION: "As told on",
  LINK: "Looked at on",
  FILE: "Uploaded on",
};

const factsOf = ({ pinned, kind, url }: Evidence): Fact[] => [
  ["Value", pinned.value],
  ["Period", pinned.period && periodOf(pinned.period).label],
  ["Source", pinned.source],
  ["Address", url],
  ["File", pinned.file && `${pinned.file.name}, ${pinned.file.type}, ${fileSize(pinned.file.bytes)}`],
  ["SHA-256 of the file", pinned.file?.sha256],
  [onWords[kind], pinned.on && formatDate(pinned.on)],
  ["Known here since", kind === "OBSERVATION" && pinned.knownSince ? formatDay(pinned.knownSince) : null],
  ["Cited", formatInstant(pinned.at)],
  ["Hash of all that is pinned", pinned.hash],
];

/** All that a citation pins, with the hash by which a later change of it would show. */
export const CitationFacts = ({ evidence }: { evidence: Evidence }) => (
  <Details
    summary={
      <>
        What is pinned<span className="govuk-visually-hidden"> of {evidence.pinned.title}</span>{" "}
        <span className="app-citation__hash">{shortHash(evidence.pinned.hash)}</span>
      </>
    }
  >
    <SummaryList
      plain
      rows={factsOf(evidence).flatMap(([label, value]) =>
        value ? [{ key: label, label, value: <span className="app-citation__value">{value}</span> }] : [],
      )}
    />
  </Details>
);
