import {
  FILE_LIMITS,
  FILE_TYPE_FACTS,
  type FileState,
  type FileType,
} from "@due-regard/domain/ehria/evidence/file-types";
import { builder } from "../../../schema/builder.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { UserType } from "../../people/user.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import { type FileRow, loadFilesOf } from "./load-files.ts";

export const FileTypeEnum = describedEnum<FileType>("FileType", "What a file is, told by its content.", {
  PDF: "PDF.",
  DOCX: "Word document, without macros.",
  XLSX: "Excel workbook, without macros.",
  ODT: "OpenDocument text.",
  CSV: "Text in columns.",
  PNG: "Picture.",
  JPEG: "Picture.",
});

const FileStateEnum = describedEnum<FileState>("FileState", "Whether a file can be had.", {
  AVAILABLE: "Whoever may read the assessment may download it.",
  QUARANTINED: "It waits for the virus scanner, and nobody gets it.",
  REFUSED: "The virus scanner found something in it, and nobody gets it.",
});

/** Where a file is downloaded from, with the cookie of a signed-in browser or a token. */
export const addressOfFile = ({ id }: Pick<FileRow, "id">): string => `/files/${id}`;

export const EvidenceFileType = builder.objectRef<FileRow>("EvidenceFile").implement({
  description: "A file that was uploaded to an assessment. It never changes, and is never published.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Names it within its assessment: send it as `file` to cite it." }),
    name: t.exposeString("name", {
      description: "Its name, made safe, with the ending that its content has.",
    }),
    type: t.expose("type", { type: FileTypeEnum, description: "What it is, told by its content." }),
    bytes: t.exposeInt("bytes", { description: "Its size in bytes." }),
    sha256: t.exposeString("sha256", { description: "SHA-256 of its bytes, in hex." }),
    state: t.expose("state", { type: FileStateEnum, description: "Whether it can be had." }),
    scannedAt: t.expose("scannedAt", {
      type: "DateTime",
      nullable: true,
      description: "When a virus scanner looked at it. Null: none has.",
    }),
    address: t.string({
      description: "Path of its download on this server: it answers whoever may read the assessment.",
      resolve: addressOfFile,
    }),
    uploadedAt: t.expose("uploadedAt", { type: "DateTime", description: "When it was uploaded." }),
    uploadedBy: t.field({
      type: UserType,
      description: "Who uploaded it.",
      resolve: ({ uploadedById }) => uploadedById,
    }),
  }),
});

interface Allowance {
  files: FileRow[];
  scans: boolean;
}

const FileAllowanceType = builder.objectRef<Allowance>("FileAllowance").implement({
  description: "What may be uploaded to an assessment, by POST /files.",
  fields: (t) => ({
    uploaded: t.field({
      type: [EvidenceFileType],
      description: "What the draft cites, each file once, oldest first: one can be cited elsewhere too.",
      resolve: ({ files }) => files,
    }),
    types: t.field({
      type: [FileTypeEnum],
      description: "Sorts of file that are taken.",
      resolve: () => Object.keys(FILE_TYPE_FACTS) as FileType[],
    }),
    mostBytesOfOne: t.int({
      description: "Bytes that one file may have.",
      resolve: () => FILE_LIMITS.bytes,
    }),
    mostFiles: t.int({
      description: "Files that an assessment may have, those that only earlier revisions cite included.",
      resolve: () => FILE_LIMITS.files,
    }),
    mostBytes: t.int({ description: "Bytes of all of them.", resolve: () => FILE_LIMITS.allBytes }),
    scans: t.exposeBoolean("scans", {
      description: "Whether files are scanned for viruses here, and kept from everybody until they are.",
    }),
  }),
});

builder.objectField(AssessmentType, "fileAllowance", (t) =>
  t.field({
    type: FileAllowanceType,
    nullable: true,
    description: "What files may be uploaded. Null: you may not change what it says, now.",
    resolve: async (head, _args, context) => ({
      files: await loadFilesOf(context.db, head.revisionId),
      scans: context.scansFiles ?? false,
    }),
  }),
);
