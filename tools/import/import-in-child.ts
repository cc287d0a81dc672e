import { createReadStream } from "node:fs";
import { connectDatabase } from "../../packages/database/src/connection.ts";
import { loadOperator } from "../../services/api/src/cli/load-operator.ts";
import { unwrapResult } from "../../services/api/src/cli/unwrap-result.ts";
import { createContext } from "../../services/api/src/context.ts";
import {
  checkStaged,
  commitChecked,
  stageImport,
} from "../../services/api/src/features/performance/importing/run-import.ts";
import { createLogger } from "../../services/api/src/server/logger.ts";
import type { MeasuredImport, Taken } from "./measure-import.ts";

// A process of its own, so that its memory can be limited and measured. Arguments: the database's address and the file.

const [url = "", path = ""] = process.argv.slice(2);
const connection = connectDatabase(url, { max: 4 });
const viewer = await loadOperator(connection.db, "analyst@example.org");
const context = createContext({
  viewer,
  db: connection.db,
  requestId: "measure",
  logger: createLogger({ level: "error", destination: { write: (line) => void process.stderr.write(line) } }),
});

const time = async <Answer>(work: () => Promise<Answer>): Promise<[Answer, Taken]> => {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  return [answer, { seconds: (performance.now() - startedAt) / 1000, cpuSeconds: (user + system) / 1e6 }];
};

try {
  const [staged, stage] = await time(() => stageImport(context, viewer, path, createReadStream(path)));
  const [checked, check] = await time(() => checkStaged(context, viewer, unwrapResult(staged)));
  const [recorded, merge] = await time(() => commitChecked(context, viewer, unwrapResult(checked)));
  const { state, counts } = unwrapResult(recorded);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const measured: MeasuredImport = { state, counts, stage, check, merge, peakMb };
  process.stdout.write(JSON.stringify(measured));
} finally {
  await connection.close();
}
