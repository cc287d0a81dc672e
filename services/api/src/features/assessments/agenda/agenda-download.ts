import { departments } from "@due-regard/database/schema/organisations";
import { users } from "@due-regard/database/schema/people";
import { writeDocx } from "@due-regard/docx/write-docx";
import { invalid, ok, type Result } from "@due-regard/domain/result";
import { writePdf } from "@due-regard/pdf/write-pdf";
import { eq, inArray } from "drizzle-orm";
import { type AgendaRecord, agendaColumns, layOutAgenda } from "../../../documents/agenda/lay-out-agenda.ts";
import { AddressReading } from "../../../downloads/address-reading.ts";
import {
  asFileName,
  CONTENT_TYPES,
  type DownloadContext,
  type DownloadKind,
  type DownloadQuestion,
} from "../../../downloads/download-format.ts";
import { csvOf } from "../../../downloads/write-csv.ts";
import { londonDay } from "../../../schema/london-today.ts";
import { type AgendaItem, agendaSource } from "./load-agenda.ts";

/** Assessments in one file: more than any group looks at in a year of meetings. */
const MOST_ITEMS = 500;

const readQuestion = (question: DownloadQuestion): Result<{ department: string | null }> => {
  const reading = new AddressReading(question, ["department"]);
  return reading.result({ department: reading.one("department") });
};

/** A department by its slug. Null: there is none of that name. */
const findDepartment = async ({ db }: DownloadContext, slug: string): Promise<string | null> => {
  const [row] = await db.select({ id: departments.id }).from(departments).where(eq(departments.slug, slug));
  return row?.id ?? null;
};

const namesOf = async (
  { db }: DownloadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
};

const recordsOf = async (context: DownloadContext, items: readonly AgendaItem[]): Promise<AgendaRecord[]> => {
  const people = items.flatMap(({ head, recommendations }) => [
    head.leadId ?? "",
    head.policySubject.deputyId ?? "",
    ...recommendations.map(({ userId }) => userId),
  ]);
  const names = await namesOf(
    context,
    people.filter((id) => id !== ""),
  );
  const rows = await context.db.select({ id: departments.id, name: departments.name }).from(departments);
  const departmentNames = new Map(rows.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return items.map(({ head, ...item }) => ({
    ...item,
    department: departmentNames.get(head.departmentId) ?? "",
    reference: head.reference,
    title: head.title,
    revision: head.revision,
    lead: nameOf(head.leadId) ?? "",
    deputy: nameOf(head.policySubject.deputyId),
    recommendations: item.recommendations.map(({ userId, recommendation, reason }) => ({
      by: nameOf(userId) ?? "",
      recommendation,
      reason,
    })),
  }));
};

interface AgendaContent {
  records: AgendaRecord[];
  now: string;
}

/** What waits for the viewer's groups, to take to a meeting. Who may see the agenda sees it here, and nobody else. */
export const agendaDownload: DownloadKind<AgendaContent> = {
  act: "reviews.read",
  read: async (context, parameters) => {
    const question = readQuestion(parameters);
    if (!question.ok) return question;
    const { department } = question.value;
    const departmentId = department === null ? null : await findDepartment(context, department);
    if (department !== null && departmentId === null)
      return invalid([{ path: "department", message: "There is no department of this name." }]);
    const { db, viewer, now } = context;
    const source = agendaSource(db, viewer, { departmentId }, londonDay(new Date(now)));
    return ok({ records: await recordsOf(context, await source.rows(MOST_ITEMS, 0)), now });
  },
  fileName: ({ now }) => asFileName(`agenda ${londonDay(new Date(now))}`),
  formats: {
    csv: { contentType: CONTENT_TYPES.csv, write: async ({ records }) => csvOf(agendaColumns, records) },
    pdf: {
      contentType: CONTENT_TYPES.pdf,
      write: async ({ records, now }) => await writePdf(layOutAgenda(records, now)),
    },
    docx: {
      contentType: CONTENT_TYPES.docx,
      write: async ({ records, now }) => await writeDocx(layOutAgenda(records, now)),
    },
  },
};
