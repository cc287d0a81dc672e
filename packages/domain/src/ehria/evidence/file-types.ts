/** The sorts of file that can be evidence. What a file is, is told by its content; a name is only a name. */
export const FILE_TYPES = ["PDF", "DOCX", "XLSX", "ODT", "CSV", "PNG", "JPEG"] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** QUARANTINED: waits for the virus scanner, and nobody gets it. REFUSED: the scanner found something in it. */
export const FILE_STATES = ["QUARANTINED", "AVAILABLE", "REFUSED"] as const;
export type FileState = (typeof FILE_STATES)[number];

interface FileTypeFacts {
  /** For people: “Word document (.docx)”. */
  label: string;
  /** Endings that a name of such a file may have; the first is given to one that has another. */
  endings: readonly [string, ...string[]];
  mediaType: string;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";

export const FILE_TYPE_FACTS: Record<FileType, FileTypeFacts> = {
  PDF: { label: "PDF", endings: ["pdf"], mediaType: "application/pdf" },
  DOCX: {
    label: "Word document",
    endings: ["docx"],
    mediaType: `${OFFICE}.wordprocessingml.document`,
  },
  XLSX: { label: "Excel workbook", endings: ["xlsx"], mediaType: `${OFFICE}.spreadsheetml.sheet` },
  ODT: {
    label: "OpenDocument text",
    endings: ["odt"],
    mediaType: "application/vnd.oasis.opendocument.text",
  },
  CSV: { label: "CSV", endings: ["csv"], mediaType: "text/csv" },
  PNG: { label: "PNG picture", endings: ["png"], mediaType: "image/png" },
  JPEG: { label: "JPEG picture", endings: ["jpg", "jpeg"], mediaType: "image/jpeg" },
};

const MEGABYTE = 1024 * 1024;

/** What may be uploaded as evidence. The page says so before, and whoever goes over a limit is told the figure. */
export const FILE_LIMITS = {
  megabytes: 25,
  bytes: 25 * MEGABYTE,
  /** Of one assessment, those that only earlier revisions cite included. */
  files: 50,
  allMegabytes: 250,
  allBytes: 250 * MEGABYTE,
  /** Of a packed document: parts, and all of them unpacked. */
  parts: 2_000,
  unpackedMegabytes: 250,
  unpackedBytes: 250 * MEGABYTE,
  nameCharacters: 150,
  titleCharacters: 300,
} as const;
