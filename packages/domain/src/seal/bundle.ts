import { z } from "zod";
import { canonicalText } from "./hash-content.ts";
import { sealSchema } from "./seal-statement.ts";

/** The largest bundle that is read, in bytes: some fifty times the longest assessment that we know. */
export const MAX_BUNDLE_BYTES = 10_000_000;

const anyObject = z.record(z.string(), z.unknown());

/**
 * Everything that proves what was signed, in one file: the content, the form that it answers, and a seal for each signature.
 * Whatever stands in it is covered by the seals (verify-bundle.ts), so nothing else may stand in it. The public keys are not in
 * it: whoever could change the file could put their own there.
 */
export const bundleSchema = z.strictObject({
  format: z.literal("due-regard/bundle/1"),
  content: anyObject,
  form: anyObject,
  /** In the order in which they were given: the lead officer's, then the chair's. */
  seals: z.array(sealSchema).min(1).max(2),
});
export type SealBundle = z.infer<typeof bundleSchema>;

/** A bundle as the text of a file. Its keys are in the canonical order, though any order would do. */
export const writeBundle = (bundle: SealBundle): string => `${canonicalText(bundle)}\n`;

/** The name of the file: "EHRIA-2026-0007-revision-2-sealed.json". */
export const bundleFileName = (reference: string, revision: number): string =>
  `${reference}-revision-${revision}-sealed.json`;
