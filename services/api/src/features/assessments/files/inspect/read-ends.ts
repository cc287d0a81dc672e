import type { SpooledFile } from "../../../../receiving/spool-file.ts";

/** `length` bytes of a file from `start`, or as many as there are. */
export const readAt = async ({ handle }: SpooledFile, start: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
};

/** The last `length` bytes of a file, or all of it. */
export const readEnd = (file: SpooledFile, length: number): Promise<Buffer> =>
  readAt(file, Math.max(0, file.bytes - length), Math.min(length, file.bytes));

/** The end of a zip's table of contents, with the longest comment that may stand behind it. */
const ZIP_END_BYTES = 22 + 65_535;
const ZIP_END = Buffer.from("PK\u0005\u0006", "latin1");

/** Whether a program that unpacks files would find something in it: zips are read from their end. */
export const endsAsZip = async (file: SpooledFile): Promise<boolean> =>
  (await readEnd(file, ZIP_END_BYTES)).includes(ZIP_END);
