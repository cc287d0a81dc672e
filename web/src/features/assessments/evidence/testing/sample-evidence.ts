import type { Content, Evidence } from "../../types.ts";

const HASH = "4669ea65514892442cda66e6a6617c006870f58ac52c9538792bf50b9a09440f";

export const figure = (change: Partial<Evidence> = {}): Evidence =>
  ({
    id: "e1",
    kind: "OBSERVATION",
    place: "aims",
    note: "Fewer men",
    url: null,
    host: null,
    changedSincePinned: false,
    pinned: {
      title: "People in employment (1E), Leicestershire, 2023/24",
      display: "61.40%",
      value: "61.40",
      period: "2023-24",
      source: "Appendix A",
      on: "2024-03-31",
      knownSince: "2024-06-01T09:00:00Z",
      at: "2024-07-01T09:00:00Z",
      hash: HASH,
      groups: [{ characteristic: "SEX", category: "Men", display: "59%" }],
      file: null,
    },
    change: null,
    newer: null,
    file: null,
    metric: { id: "m", code: "1E" },
    organisation: { id: "c", code: "E10000018" },
    strategyElement: null,
    deliveryAction: null,
    ...change,
  }) as Evidence;

export const changedFigure = figure({
  changedSincePinned: true,
  change: {
    changedAt: "2024-08-01T09:00:00Z",
    note: "A team had been left out.",
    source: "Appendix B",
    period: { label: "2023/24" },
    parts: [{ category: null, before: "61.40%", now: "62.10%" }],
  },
  newer: { id: "o9", display: "63.0%", period: { label: "2024/25" } },
});

export const file = (state: "AVAILABLE" | "QUARANTINED" | "REFUSED"): Evidence =>
  figure({
    id: "e2",
    kind: "FILE",
    note: null,
    metric: null,
    organisation: null,
    file: { id: "f1", state, address: "/files/f1", scannedAt: null },
    pinned: {
      ...figure().pinned,
      title: "survey.csv",
      display: "survey.csv",
      value: null,
      period: null,
      groups: [],
      file: { name: "survey.csv", type: "CSV", bytes: 2_048, sha256: HASH },
    },
  });

const question = {
  key: "aims",
  number: "3",
  kind: "LONG_TEXT",
  label: "Aims",
  text: "What are its aims?",
  subsection: null,
  stage: null,
  parts: [{ key: "one", label: "First aim" }],
};

export const contentWith = (evidence: Evidence[]): Content =>
  ({
    reference: "EHRIA-2026-0001",
    title: "Bus passes",
    availableActions: ["EDIT"],
    form: [{ key: "about", number: "1", title: "About", questions: [question] }],
    evidence,
  }) as unknown as Content;
