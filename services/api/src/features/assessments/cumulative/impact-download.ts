import { departments } from "@due-regard/database/schema/organisations";
import { strategies } from "@due-regard/database/schema/strategies";
import { ok } from "@due-regard/domain/result";
import { eq } from "drizzle-orm";
import { AddressReading } from "../../../downloads/address-reading.ts";
import {
  asFileName,
  CONTENT_TYPES,
  type DownloadContext,
  type DownloadKind,
} from "../../../downloads/download-format.ts";
import { odsOf } from "../../../downloads/spreadsheets/write-ods.ts";
import { xlsxOf } from "../../../downloads/spreadsheets/write-xlsx.ts";
import { csvOf } from "../../../downloads/write-csv.ts";
import { londonDay } from "../../../schema/london-today.ts";
import { cumulateLoaded } from "./cumulate-loaded.ts";
import { conditionsFor, readSet, SET_PARAMETERS, type SetQuestion } from "./impact-question.ts";
import { type ImpactContent, impactWorkbook, lineColumns, linesOf } from "./impact-sheets.ts";
import { countOthers, loadImpacts } from "./load-impacts.ts";

/** What was chosen, as a reader of the file needs to know it. A plan that isn't there is named by what was asked. */
export const describeSet = async (
  { db }: Pick<DownloadContext, "db">,
  question: SetQuestion,
): Promise<string[]> => {
  const { strategy, department, year, status, references } = question;
  const [plan] = strategy
    ? await db.select({ title: strategies.title }).from(strategies).where(eq(strategies.slug, strategy))
    : [];
  const [own] = department
    ? await db.select({ name: departments.name }).from(departments).where(eq(departments.slug, department))
    : [];
  const said: [string, string | null | undefined][] = [
    ["Plan", strategy ? (plan?.title ?? strategy) : null],
    ["Decided in", year ? `${year.start} to ${year.end}` : null],
    ["Department", department ? (own?.name ?? department) : null],
    ["Status", status?.join(", ")],
    ["References", references?.join(", ")],
  ];
  return said.flatMap(([name, words]) => (words ? [`${name}: ${words}`] : []));
};

/** The page's table, to work with: whoever may ask for assessments gets what they may read of them. */
export const impactDownload: DownloadKind<ImpactContent> = {
  act: "assessments.list",
  read: async (context, parameters) => {
    const reading = new AddressReading(parameters, SET_PARAMETERS);
    const question = reading.result(readSet(reading));
    if (!question.ok) return question;
    const { db, viewer, now } = context;
    const conditions = await conditionsFor(context, question.value);
    if (!conditions.ok) return conditions;
    const loaded = await loadImpacts(db, viewer, conditions.value);
    if (!loaded.ok) return loaded;
    const cumulated = cumulateLoaded(loaded.value, conditions.value);
    const rows = await db.select({ id: departments.id, name: departments.name }).from(departments);
    return ok({
      cumulated,
      departments: new Map(rows.map(({ id, name }) => [id, name])),
      chosen: await describeSet(context, question.value),
      notCounted: await countOthers(db, viewer, conditions.value, cumulated.heads.length),
      now,
    });
  },
  fileName: ({ now }) => asFileName(`cumulative impact ${londonDay(new Date(now))}`),
  formats: {
    csv: {
      contentType: CONTENT_TYPES.csv,
      write: async (content) => csvOf(lineColumns, linesOf(content)),
    },
    xlsx: { contentType: CONTENT_TYPES.xlsx, write: (content) => xlsxOf(impactWorkbook(content)) },
    ods: { contentType: CONTENT_TYPES.ods, write: (content) => odsOf(impactWorkbook(content)) },
  },
};
