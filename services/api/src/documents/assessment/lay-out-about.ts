import type { Block, Fact } from "@due-regard/document/document";
import { decideScreening } from "@due-regard/domain/ehria/form/screening-decision";
import { LIKELY_IMPACT_WORDS } from "@due-regard/domain/ehria/impact-words";
import { heading, type Layout, paragraph } from "./open-layout.ts";
import { statusLine } from "./status-line.ts";
import { dateWords, minuteOf } from "./words.ts";

const fact = (term: string, detail: string | null | undefined): Fact[] =>
  detail ? [{ term, details: [detail] }] : [];

const PUBLIC_COPY =
  "This is the copy for the public. What could identify people was left out of it: words in square brackets stand in the place of theirs.";

/** Its title, its status, and what stands about it in the record. */
export const layOutAbout = (layout: Layout, asAt: string): Block[] => {
  const { about, template } = layout.record;
  return [
    heading(1, about.title),
    { kind: "paragraph", text: `${template.title}. ${about.reference}`, lead: true },
    { kind: "paragraph", text: `${statusLine(layout.record)}.`, weight: "bold" },
    ...(about.isDemo ? [{ kind: "paragraph" as const, text: "A demonstration record." }] : []),
    ...(layout.shows.workings ? [] : [paragraph(PUBLIC_COPY)]),
    { kind: "facts", facts: factsOf(layout, asAt) },
  ];
};

const factsOf = ({ record, reading, shows }: Layout, asAt: string): Fact[] => {
  const { about, template } = record;
  const decision = decideScreening(reading);
  return [
    ...fact("Department", about.department),
    ...fact("Lead officer", about.lead && shows.person(about.lead)),
    ...fact("Contributors", shows.workings ? about.contributors.map(shows.person).join("; ") : null),
    ...fact("Started", dateWords(about.startedOn)),
    ...fact("Completed", about.completedOn && dateWords(about.completedOn)),
    ...fact("Review due", about.reviewDueOn && dateWords(about.reviewDueOn)),
    ...fact("Likely impact", decision?.likelyImpact && LIKELY_IMPACT_WORDS[decision.likelyImpact]),
    ...fact(
      "Full report",
      decision && `${decision.reportRequired ? "Required" : "Not required"}. ${decision.requiredBy}`,
    ),
    ...fact("Form", `${template.title}, version ${template.version}`),
    ...fact("Read from", about.source),
    ...fact("As it stood on", minuteOf(asAt)),
    ...fact(
      shows.workings ? "Fingerprint (SHA-256)" : "Fingerprint of this copy (SHA-256)",
      about.contentHash,
    ),
  ];
};
