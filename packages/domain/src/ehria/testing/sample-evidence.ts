import type { PinnedEvidence } from "../content.ts";

/** A citation in the sample's question on the change, but for what a test says of it. */
export const sampleEvidence = (change: Partial<PinnedEvidence> = {}): PinnedEvidence => ({
  id: "e",
  question: "change",
  part: null,
  kind: "LINK",
  title: "Survey",
  display: "42%",
  period: null,
  asOf: null,
  source: null,
  url: null,
  note: null,
  knownSince: null,
  groups: [],
  file: null,
  fileState: null,
  pinnedAt: "2020-01-01T00:00:00Z",
  contentHash: "0",
  ...change,
});

/** A citation of a file. */
export const sampleFile = (change: Partial<PinnedEvidence> = {}): PinnedEvidence =>
  sampleEvidence({
    kind: "FILE",
    display: "survey.pdf",
    file: { name: "survey.pdf", type: "PDF", bytes: 10, sha256: "a" },
    fileState: "AVAILABLE",
    ...change,
  });
