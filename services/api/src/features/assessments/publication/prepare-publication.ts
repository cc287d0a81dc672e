import { publicationFiles, publications } from "@due-regard/database/schema/publications";
import { depersonalise } from "@due-regard/domain/ehria/publication/depersonalise";
import { type PublicCopy, publicCopySchema } from "@due-regard/domain/ehria/publication/public-copy";
import type { PublicDraft } from "@due-regard/domain/ehria/publication/public-draft";
import { type FileHashes, publicationHash } from "@due-regard/domain/ehria/publication/publication-hash";
import { invalid, ok, type Result } from "@due-regard/domain/result";
import { canonicalText, hashContent } from "@due-regard/domain/seal/hash-content";
import { and, eq, isNull } from "drizzle-orm";
import type { ApiContext } from "../../../context.ts";
import { layOutAssessment } from "../../../documents/assessment/lay-out-assessment.ts";
import { type PublicFile, renderFormats } from "../../../documents/public/render-formats.ts";
import { once } from "../../../schema/in-transaction.ts";
import type { AssessmentHead } from "../load-head.ts";
import { recordHistory } from "../record-history.ts";
import { type AssessmentWrite, withAssessment } from "../write-to-assessment.ts";
import { mayRedact } from "./decide-redactions.ts";
import { loadEntry, loadPublication, notAsSealed } from "./load-publication.ts";
import { publicRecord } from "./public-record.ts";

export interface PrepareInput {
  reference: string;
  idempotencyKey?: string | null | undefined;
}

/** Makes the copy for the public and its files ready for somebody else to approve: once every passage was decided about. */
export const preparePublication = (
  context: ApiContext,
  input: PrepareInput,
): Promise<Result<AssessmentHead>> =>
  withAssessment(
    context,
    input.reference,
    async (write) => {
      const question = {
        viewer: write.viewer,
        key: input.idempotencyKey,
        operation: "preparePublication",
        input,
      };
      const prepared = await once(write.tx, question, () => prepare(write));
      return prepared.ok ? ok(undefined) : prepared;
    },
    mayRedact,
  );

const prepare = async (write: AssessmentWrite): Promise<Result<string>> => {
  const { tx, head, body } = write;
  const view = await loadPublication(tx, head, body);
  if (view === null) return notAsSealed();
  const { draft, decisions, open } = view;
  if (open.length > 0) {
    const message = "Decide about this passage first";
    return invalid(
      open.map(({ id }) => ({ path: id, message })),
      open.length === 1
        ? "One passage still needs a decision"
        : `${open.length} passages still need a decision`,
    );
  }
  const edition = ((await loadEntry(tx, head.reference))?.edition ?? 0) + 1;
  const made = depersonalise(draft, decisions, edition);
  const copy = publicCopySchema.parse(made.copy);
  const files = await renderFiles(copy, made.draft);
  await store(write, copy, files);
  return ok(head.reference);
};

/** As it stood when the last of them signed: the same copy gives the same bytes, whenever they are made. */
const asAtOf = ({ signatures, completedOn }: PublicCopy): string =>
  signatures.at(-1)?.signedAt ?? `${completedOn}T12:00:00.000Z`;

export const renderFiles = async (copy: PublicCopy, draft: PublicDraft): Promise<PublicFile[]> => {
  const record = publicRecord(draft, hashContent(copy));
  const document = layOutAssessment(record, { audience: "PUBLIC", asAt: asAtOf(copy) });
  return await renderFormats({ copy, document });
};

const hashesOf = (files: readonly PublicFile[]): FileHashes => {
  const of = (format: PublicFile["format"]): string => {
    const found = files.find((file) => file.format === format);
    if (found === undefined) throw new Error(`The publication has no ${format}`);
    return found.sha256;
  };
  return { html: of("html"), pdf: of("pdf"), docx: of("docx"), json: of("json") };
};

const store = async (
  { tx, head, viewer, context }: AssessmentWrite,
  copy: PublicCopy,
  files: readonly PublicFile[],
): Promise<void> => {
  const copyHash = hashContent(copy);
  const hash = publicationHash(copyHash, hashesOf(files));
  await tx
    .delete(publications)
    .where(and(eq(publications.revisionId, head.revisionId), isNull(publications.approvedAt)));
  const [row] = await tx
    .insert(publications)
    .values({
      revisionId: head.revisionId,
      edition: copy.edition,
      copy: canonicalText(copy),
      copyHash,
      publicationHash: hash,
      preparedById: viewer.userId,
    })
    .returning({ id: publications.id });
  if (row === undefined) throw new Error("The prepared copy was not stored");
  await tx.insert(publicationFiles).values(
    files.map(({ format, bytes, sha256 }) => ({
      publicationId: row.id,
      format,
      bytes: Buffer.from(bytes),
      sha256,
    })),
  );
  const detail = { edition: copy.edition, publicationHash: hash, redactions: copy.redactions.length };
  await recordHistory(tx, context, head, [{ action: "publication.prepared", detail }]);
};
