import { readDashboard } from "@due-regard/database/read-models/dashboard";
import type { ApiContext } from "../context.ts";
import { oncePerRequest } from "./once-per-request.ts";

type DashboardQuestion = Parameters<typeof readDashboard>[1];

/** A dashboard, read once a request however many plans, elements and metrics ask for rows of it. */
export const readDashboardOnce = oncePerRequest(({ db }: ApiContext, question: DashboardQuestion) =>
  readDashboard(db, question),
);
