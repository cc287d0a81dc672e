import type { DatabaseConnection } from "@due-regard/database/connection";
import type { FastifyInstance } from "fastify";
import type { Page } from "../pages/page-layout.ts";
import { listPublishedAssessments } from "./list-published-assessments.ts";
import { registerPage } from "./register-page.ts";

/** GET /register: the public register. */
export const registerRegisterRoutes = (
  app: FastifyInstance,
  { database, render }: { database: DatabaseConnection; render: (page: Page) => string },
): void => {
  app.get("/register", async (_request, reply) => {
    const page = registerPage(await listPublishedAssessments(database.db));
    return reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(render(page));
  });
};
