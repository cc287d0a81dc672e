import { type Canary, PINNED_HASH } from "./canaries.ts";
import { globalId } from "./policy-actors.ts";

interface EvidenceWrite {
  /** Field of Mutation. */
  mutation: string;
  input: (canary: Pick<Canary, "reference" | "evidenceIds">) => object;
  /** The answers with which a granted one may end. */
  granted: readonly string[];
}

/** Every mutation on what is cited: whoever may edit the assessment may do each. */
export const EVIDENCE_WRITES: readonly EvidenceWrite[] = [
  {
    mutation: "linkEvidence",
    input: ({ reference }) => ({ reference, place: "policy-change", url: "https://example.org/never" }),
    granted: ["EvidenceLinked"],
  },
  {
    mutation: "reciteEvidence",
    input: ({ reference, evidenceIds }) => ({
      reference,
      evidence: globalId("EvidenceLink", evidenceIds.at(-1) ?? ""),
      basedOnHash: PINNED_HASH,
    }),
    granted: ["EvidenceLinked"],
  },
  {
    mutation: "saveEvidenceNote",
    input: ({ reference, evidenceIds }) => ({
      reference,
      evidence: globalId("EvidenceLink", evidenceIds.at(-1) ?? ""),
      note: "Words that were never granted",
    }),
    granted: ["EvidenceLinked", "Conflict"],
  },
  {
    mutation: "unlinkEvidence",
    input: ({ reference, evidenceIds }) => ({
      reference,
      evidence: globalId("EvidenceLink", evidenceIds[0] ?? ""),
    }),
    granted: ["AssessmentSaved"],
  },
];
