import type { Database } from "@due-regard/database/connection";
import type { GeneralAct } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import type { Result } from "@due-regard/domain/result";

/** One way to write a download: what browsers are told it is, and how its bytes are made. */
export interface DownloadFormat<Content> {
  contentType: string;
  /** Figures in one file: what keeps memory, and the time for which nobody else is answered, bounded. None: few by nature. */
  mostFigures?: number;
  write: (content: Content) => Promise<Uint8Array>;
}

export const CONTENT_TYPES = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** What the address asked for: each parameter with every value that it was given. */
export type DownloadQuestion = Readonly<Record<string, readonly string[]>>;

/** What the server knows of a request for a download. */
export interface DownloadRequest {
  db: Database;
  viewer: Viewer | null;
  /** When the download is made: an ISO instant. */
  now: string;
  /** Where the service is to be found, for addresses in files: "https://council.example". Left out: they begin at its root. */
  baseUrl?: string;
}

export interface DownloadContext extends DownloadRequest {
  mostFigures: number;
}

/** A kind of download: how its content is read, what the file is called, and the formats that it comes in. */
export interface DownloadKind<Content> {
  /** What the viewer must be allowed to do to ask for it at all. What each may read of it, `read` decides. */
  act: GeneralAct;
  read: (context: DownloadContext, question: DownloadQuestion) => Promise<Result<Content>>;
  /** Without the ending: “performance-leicestershire-2019-20”. */
  fileName: (content: Content) => string;
  /** By the ending of the address and of the file. */
  formats: Readonly<Record<string, DownloadFormat<Content>>>;
}

export interface Download {
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
}

/** A kind with its content forgotten, so that kinds of different content stand in one table. */
export interface AnyDownload {
  act: GeneralAct;
  endings: readonly string[];
  make: (ending: string, request: DownloadRequest, question: DownloadQuestion) => Promise<Result<Download>>;
}

export const downloadOf = <Content>(kind: DownloadKind<Content>): AnyDownload => ({
  act: kind.act,
  endings: Object.keys(kind.formats),
  make: async (ending, request, question) => {
    const format = kind.formats[ending];
    if (format === undefined) throw new Error(`No format has the ending ${ending}`);
    const { mostFigures = Number.POSITIVE_INFINITY } = format;
    const content = await kind.read({ ...request, mostFigures }, question);
    if (!content.ok) return content;
    const bytes = await format.write(content.value);
    const fileName = `${kind.fileName(content.value)}.${ending}`;
    return { ok: true, value: { fileName, contentType: format.contentType, bytes } };
  },
});

/** Words as they may stand in a file's name on any system: “County Council” → “county-council”. */
export const asFileName = (words: string): string =>
  words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\//g, "-to-")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
