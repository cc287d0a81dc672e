import type { GeneralAct } from "@due-regard/domain/access/policy";

const ABOUT = { metric: "9Z", organisation: "E10000018", period: "2023-24" };
const EDITION = { organisation: "E10000018", period: "1980-81" };
const ACTION = Buffer.from("DeliveryAction:5f0c7a52-1111-4222-8333-444455556666").toString("base64");
const METRIC = {
  code: "",
  framework: "",
  title: "",
  aim: "HIGH",
  unit: "COUNT",
  accumulation: "PERIOD",
  definition: "",
};

/**
 * Every mutation about figures and plans, with the act that it needs and an input that writes nothing for anybody: who
 * is let in hears what is wrong with it, who is not hears that alone.
 */
export const PERFORMANCE_WRITES: Readonly<Record<string, { needs: GeneralAct; input: object }>> = {
  recordObservations: { needs: "performance.write", input: { figures: [ABOUT] } },
  setTarget: { needs: "performance.write", input: { ...ABOUT, kind: "NONE", operator: "NONE" } },
  defineMetric: { needs: "performance.write", input: METRIC },
  redefineMetric: {
    needs: "performance.write",
    input: { metric: "9Z", validFrom: "2023-04-01", definition: "", breakNote: "" },
  },
  defineComparatorGroup: { needs: "performance.write", input: { name: "", organisations: [] } },
  prepareDashboard: { needs: "performance.write", input: { ...EDITION, scheme: "RAG", title: "" } },
  addToDashboard: { needs: "performance.write", input: { ...EDITION, rows: [] } },
  removeFromDashboard: { needs: "performance.write", input: { ...EDITION, metric: "9Z" } },
  reportDashboard: { needs: "performance.write", input: { ...EDITION, reportedOn: "2020-01-01" } },
  importMetrics: { needs: "performance.import", input: { dryRun: true } },
  undoImport: { needs: "performance.import", input: { import: "9Z" } },
  judgeRating: { needs: "performance.judge", input: { ...ABOUT, scheme: "RAG", reason: "" } },
  writeCommentary: { needs: "performance.judge", input: ABOUT },
  recordForecast: { needs: "performance.judge", input: ABOUT },
  recordDeliveryProgress: {
    needs: "strategies.progress",
    input: { action: ACTION, note: "", basedOnNotes: 0 },
  },
};
