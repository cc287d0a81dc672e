import type { BlockDocument } from "@due-regard/document/document";
import { writeDocx } from "@due-regard/docx/write-docx";
import { notFound, ok, type Result } from "@due-regard/domain/result";
import { writePdf } from "@due-regard/pdf/write-pdf";
import { layOutAssessment } from "../../../documents/assessment/lay-out-assessment.ts";
import { AddressReading } from "../../../downloads/address-reading.ts";
import {
  asFileName,
  CONTENT_TYPES,
  type DownloadKind,
  type DownloadQuestion,
} from "../../../downloads/download-format.ts";
import { loadHeadByReference } from "../load-head.ts";
import { readRecord } from "./read-record.ts";

interface AssessmentDocument {
  fileName: string;
  document: BlockDocument;
}

interface AssessmentQuestion {
  reference: string;
  /** What the checker found too, for those who may see it. */
  withFindings: boolean;
}

const readQuestion = (question: DownloadQuestion): Result<AssessmentQuestion> => {
  const reading = new AddressReading(question, ["reference", "findings"]);
  const reference = reading.required("reference", "EHRIA-2026-0007");
  return reading.result({ reference, withFindings: reading.flag("findings") });
};

/** One assessment as it stands, as a document: whoever may read it may take it along. */
export const assessmentDownload: DownloadKind<AssessmentDocument> = {
  act: "assessments.list",
  read: async ({ db, viewer, now }, parameters) => {
    const question = readQuestion(parameters);
    if (!question.ok) return question;
    const { reference, withFindings } = question.value;
    const head = await loadHeadByReference(db, viewer, reference);
    if (head === null) return notFound("There is no assessment with this reference.");
    const record = await readRecord(db, viewer, head, { withFindings });
    return ok({
      fileName: asFileName(`${head.reference} ${head.title}`),
      document: layOutAssessment(record, { audience: "COLLEAGUES", asAt: now }),
    });
  },
  fileName: ({ fileName }) => fileName,
  formats: {
    docx: { contentType: CONTENT_TYPES.docx, write: ({ document }) => writeDocx(document) },
    pdf: { contentType: CONTENT_TYPES.pdf, write: ({ document }) => writePdf(document) },
  },
};
