import type { BlockDocument, Table } from "@due-regard/document/document";
import { writePdf } from "@due-regard/pdf/write-pdf";
import type { TestApi } from "../../../../testing/test-api.ts";
import { layOutAppendix } from "../appendix/appendix.ts";
import { readDashboardContent } from "../dashboard-content.ts";

export interface Asked {
  organisation: string;
  period: string;
  asAt?: string;
}

/** The appendix of a dashboard, read as the download reads it. */
export const makeAppendix = async (
  { database }: TestApi,
  { organisation, period, asAt }: Asked,
): Promise<BlockDocument> => {
  const context = {
    db: database.db,
    viewer: null,
    now: "2026-01-05T09:00:00Z",
    mostFigures: Number.POSITIVE_INFINITY,
  };
  const question = { organisation: [organisation], period: [period], ...(asAt ? { asAt: [asAt] } : {}) };
  const content = await readDashboardContent(context, question);
  if (!content.ok) throw new Error(JSON.stringify(content.failure));
  return layOutAppendix(content.value);
};

export const writeAppendix = async (api: TestApi, asked: Asked): Promise<Uint8Array> =>
  await writePdf(await makeAppendix(api, asked));

/** Tables of measures: not the headline's, nor the key, nor the commentary. */
export const measureTables = ({ blocks }: BlockDocument): Table[] =>
  blocks.filter((block) => block.kind === "table").filter(({ columns }) => columns.length > 5);

/** Each row's cells as lines of text, by the column's heading. */
export const measureRows = (document: BlockDocument): Record<string, string[]>[] =>
  measureTables(document).flatMap(({ columns, rows }) =>
    rows.map(({ cells }) =>
      Object.fromEntries(
        columns.map(({ heading }, index) => [heading, (cells[index] ?? []).map(({ text }) => text)]),
      ),
    ),
  );
