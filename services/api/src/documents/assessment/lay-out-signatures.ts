import type { Block, Row } from "@due-regard/document/document";
import type { DocumentSignature } from "./assessment-record.ts";
import { sectionName, signOffSection } from "./lay-out-form.ts";
import { heading, type Layout, paragraph } from "./open-layout.ts";
import { minuteOf } from "./words.ts";

/** Each signature that the form asks for, given or not. */
export const layOutSignatures = (layout: Layout): Block[] => {
  const { template, signatures } = layout.record;
  const section = signOffSection(template);
  return [
    heading(2, section === undefined ? "Signatures" : sectionName(section)),
    {
      kind: "table",
      caption: "Signatures",
      columns: [
        { heading: "Signature", share: 1.6, rowHeading: true },
        { heading: "Signed by", share: 1.8 },
        { heading: "When", share: 1.3 },
        { heading: "Words signed", share: 3 },
      ],
      rows: template.signOff.signatures.map(({ role, label }) =>
        signatureRow(
          layout,
          label,
          signatures.find((each) => each.role === role),
        ),
      ),
    },
    ...(signatures.length > 0 ? [paragraph(coverage(layout))] : []),
  ];
};

/** What is signed is the whole assessment: the copy for the public is sealed for itself. */
const coverage = ({ record: { about }, shows }: Layout): string =>
  shows.workings
    ? `Each covers the content with the fingerprint ${about.contentHash}.`
    : "Each covers the whole assessment, of which this is the copy for the public.";

const signatureRow = ({ shows }: Layout, label: string, signature: DocumentSignature | undefined): Row => {
  if (signature === undefined) return { cells: [[{ text: label }], [{ text: "Not signed" }], [], []] };
  const { signatory, signedAt, statement, valid } = signature;
  return {
    cells: [
      [{ text: label }],
      [
        { text: shows.person(signatory) },
        ...(valid ? [] : [{ text: "Not valid: the content has changed.", weight: "bold" as const }]),
      ],
      [{ text: minuteOf(signedAt) }],
      [{ text: statement }],
    ],
  };
};
