import { londonToday } from "@due-regard/api/schema/london-today";
import { z } from "zod";
import { defineJob } from "../job.ts";
import { listDueNotices } from "../notices/due-notices.ts";
import { writeNotices } from "../notices/write-notices.ts";

/**
 * Reminds of what will be due within a week, and of what is late: each person once for each of the two, and anew when the date
 * has been moved. Early in the morning, so that the day's digest has it.
 */
export const remind = defineJob({
  input: z.object({}),
  cron: "0 6 * * *",
  run: async (tx, _input, context) =>
    writeNotices(tx, context, await listDueNotices(tx, londonToday(context.now()))),
});
