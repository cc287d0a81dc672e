import type { Annex, BlockDocument } from "@due-regard/document/document";
import { writeDocx } from "@due-regard/docx/write-docx";
import { may } from "@due-regard/domain/access/policy";
import { notAllowed, ok, type Result } from "@due-regard/domain/result";
import { writePdf } from "@due-regard/pdf/write-pdf";
import { asAnnex, layOutPack } from "../../documents/pack/lay-out-pack.ts";
import {
  conditionsFor,
  readSet,
  SET_PARAMETERS,
} from "../../features/assessments/cumulative/impact-question.ts";
import { loadPack } from "../../features/assessments/pack/load-pack.ts";
import { layOutAppendix } from "../../features/performance/exporting/appendix/appendix.ts";
import { readDashboardContent } from "../../features/performance/exporting/dashboard-content.ts";
import { londonDay } from "../../schema/london-today.ts";
import { AddressReading } from "../address-reading.ts";
import {
  asFileName,
  CONTENT_TYPES,
  type DownloadContext,
  type DownloadKind,
  type DownloadQuestion,
} from "../download-format.ts";

/** What a committee report takes over: it stands beside the kinds of both features, because it joins what they tell. */

const OF_DASHBOARD = ["organisation", "period"] as const;

const only = (question: DownloadQuestion, names: readonly string[]): DownloadQuestion =>
  Object.fromEntries(Object.entries(question).filter(([name]) => names.includes(name)));

/** The dashboard's appendix where one is asked for: as its committee saw it. */
const readAnnexes = async (
  context: DownloadContext,
  parameters: DownloadQuestion,
): Promise<Result<Annex[]>> => {
  const question = only(parameters, OF_DASHBOARD);
  if (Object.keys(question).length === 0) return ok([]);
  if (!may(context.viewer, "performance.read"))
    return notAllowed(
      "This token may not read metrics, and so no dashboard. Leave out organisation and period.",
    );
  const content = await readDashboardContent(context, question);
  return content.ok ? ok([asAnnex(layOutAppendix(content.value))]) : content;
};

interface PackContent {
  document: BlockDocument;
  now: string;
}

export const packDownload: DownloadKind<PackContent> = {
  act: "assessments.list",
  read: async (context, parameters) => {
    const reading = new AddressReading(parameters, [...SET_PARAMETERS, ...OF_DASHBOARD]);
    const question = reading.result(readSet(reading));
    if (!question.ok) return question;
    const { db, viewer, now, baseUrl = "" } = context;
    const conditions = await conditionsFor(context, question.value);
    if (!conditions.ok) return conditions;
    const pack = await loadPack(db, viewer, conditions.value, { baseUrl });
    if (!pack.ok) return pack;
    const annexes = await readAnnexes(context, parameters);
    if (!annexes.ok) return annexes;
    const document = layOutPack(pack.value.implications, { asAt: now, annexes: annexes.value });
    return ok({ document, now });
  },
  fileName: ({ now }) => asFileName(`equality and human rights implications ${londonDay(new Date(now))}`),
  formats: {
    docx: { contentType: CONTENT_TYPES.docx, write: ({ document }) => writeDocx(document) },
    pdf: { contentType: CONTENT_TYPES.pdf, write: ({ document }) => writePdf(document) },
  },
};
