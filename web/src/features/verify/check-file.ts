import { MAX_BUNDLE_BYTES } from "@due-regard/domain/seal/bundle";
import { readSealKeySet } from "@due-regard/domain/seal/seal-key";
import { type FileReading, verifyFile } from "@due-regard/domain/seal/verify-published";

export const MOST_MEGABYTES = MAX_BUNDLE_BYTES / 1_000_000;

/** What a check of a file comes to; a sentence when it could not be made. */
export type Checked = { reading: FileReading } | { trouble: string };

const UNREACHABLE =
  "The public keys could not be fetched, so the file could not be checked. Check your connection and try again";

/** Checks a file here in the browser: the file is sent nowhere, only the public keys are fetched. */
export const checkFile = async (file: File): Promise<Checked> => {
  if (file.size > MAX_BUNDLE_BYTES) return { trouble: `The file must be ${MOST_MEGABYTES} MB or smaller` };
  try {
    const response = await fetch("/seal-keys.json");
    const keys = response.ok ? readSealKeySet(await response.json()) : null;
    if (keys === null) return { trouble: UNREACHABLE };
    return { reading: verifyFile(new Uint8Array(await file.arrayBuffer()), keys) };
  } catch {
    return { trouble: UNREACHABLE };
  }
};
