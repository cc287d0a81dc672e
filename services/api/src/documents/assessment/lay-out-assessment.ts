import type { Block, BlockDocument } from "@due-regard/document/document";
import type { AssessmentRecord } from "./assessment-record.ts";
import { type Audience, SHOWS } from "./audiences.ts";
import { layOutAbout } from "./lay-out-about.ts";
import { layOutEvidence } from "./lay-out-evidence.ts";
import { layOutFindings } from "./lay-out-findings.ts";
import { layOutForm } from "./lay-out-form.ts";
import { layOutSignatures } from "./lay-out-signatures.ts";
import { openLayout } from "./open-layout.ts";
import { statusLine } from "./status-line.ts";

/** What of a title stands at the foot of a page, beside its number, on one line in every format. */
const LONGEST_FOOTER = 72;

const cut = (title: string): string =>
  title.length <= LONGEST_FOOTER ? title : `${title.slice(0, LONGEST_FOOTER).trimEnd()}…`;

/**
 * An assessment as a document: what counts of it, in the order of the form, one heading for each question so that it can be
 * found and discussed. Pure: the same record, audience and instant give the same document, whatever format is written of it.
 */
export const layOutAssessment = (
  record: AssessmentRecord,
  { audience, asAt }: { audience: Audience; asAt: string },
): BlockDocument => {
  const layout = openLayout(record, SHOWS[audience]);
  const { reference, title } = record.about;
  return {
    title: `${record.template.title}: ${title}`,
    language: "en-GB",
    date: new Date(asAt),
    orientation: "portrait",
    running: { header: `${reference}. ${statusLine(record)}`, footer: cut(title) },
    blocks: [
      ...layOutAbout(layout, asAt),
      ...layOutForm(layout),
      ...layOutEvidence(layout),
      ...layOutFindings(layout),
      ...layOutSignatures(layout),
    ] satisfies Block[],
  };
};
