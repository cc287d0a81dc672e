import type { Block, Row } from "@due-regard/document/document";
import type { DocumentSignature } from "./assessment-record.ts";
import { sectionName } from "./lay-out-form.ts";
import { heading, type Layout, paragraph } from "./open-layout.ts";
import { minuteOf } from "./words.ts";

/** Each signature that the form asks for, given or not. */
export const layOutSignatures = (layout: Layout): Block[] => {
  const { template, about, signatures } = layout.record;
  const section = template.sections.find(
    ({ key }) => !template.questions.some((question) => question.section === key),
  );
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
    ...(signatures.length > 0
      ? [paragraph(`Each covers the content with the fingerprint ${about.contentHash}.`)]
      : []),
  ];
};

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
