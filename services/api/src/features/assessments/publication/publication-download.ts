import type { Executor } from "@due-regard/database/connection";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { notFound, ok, type Result } from "@due-regard/domain/result";
import { AddressReading } from "../../../downloads/address-reading.ts";
import { asFileName, CONTENT_TYPES, type DownloadKind } from "../../../downloads/download-format.ts";
import { loadHeadByReference } from "../load-head.ts";
import { loadPrepared, loadPreparedFiles, type PreparedFile, type PreparedRow } from "./load-publication.ts";

export interface FoundPrepared {
  reference: string;
  title: string;
  prepared: PreparedRow;
  files: PreparedFile[];
}

const NOTHING = "There is no copy for the public prepared under this reference.";

/** What was prepared of an assessment, for those who have a part in its publication. For others there is none. */
export const findPrepared = async (
  db: Executor,
  viewer: Viewer | null,
  reference: string,
): Promise<Result<FoundPrepared>> => {
  const head = await loadHeadByReference(db, viewer, reference);
  if (head === null || !mayOnAssessment(viewer, "assessment.publication", head.policySubject))
    return notFound(NOTHING);
  const prepared = await loadPrepared(db, head.revisionId);
  if (prepared === null) return notFound(NOTHING);
  return ok({
    reference: head.reference,
    title: head.title,
    prepared,
    files: await loadPreparedFiles(db, prepared.id),
  });
};

const bytesOf =
  (format: PreparedFile["format"]) =>
  async ({ files }: FoundPrepared): Promise<Uint8Array> => {
    const found = files.find((file) => file.format === format);
    if (found === undefined) throw new Error(`The prepared copy has no ${format}`);
    return found.bytes;
  };

/** The very bytes that wait for approval, to be looked at before. */
export const publicationDownload: DownloadKind<FoundPrepared> = {
  act: "assessments.list",
  read: async ({ db, viewer }, parameters) => {
    const reading = new AddressReading(parameters, ["reference"]);
    const reference = reading.required("reference", "EHRIA-2026-0007");
    const question = reading.result({ reference });
    return question.ok ? await findPrepared(db, viewer, question.value.reference) : question;
  },
  fileName: ({ reference, prepared }) => asFileName(`${reference} edition ${prepared.edition} for approval`),
  formats: {
    html: { contentType: "text/html; charset=utf-8", write: bytesOf("html") },
    pdf: { contentType: CONTENT_TYPES.pdf, write: bytesOf("pdf") },
    docx: { contentType: CONTENT_TYPES.docx, write: bytesOf("docx") },
    json: { contentType: "application/json; charset=utf-8", write: bytesOf("json") },
  },
};
