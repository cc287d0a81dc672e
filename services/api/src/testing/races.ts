import { copyRevision } from "@due-regard/database/assessments/copy-revision";
import { createAssessment } from "@due-regard/database/assessments/create-assessment";
import { assessments } from "@due-regard/database/schema/assessments";
import { eq } from "drizzle-orm";
import { finishScreening, HOME_CARE } from "./home-care.ts";
import type { TestApi } from "./test-api.ts";

/** What the tests share that let people compete for one assessment. */

/** RACES=1000 makes the figures of design/security.md, in some minutes; SEED another run of them. */
export const racesOf = (usual: number): number => Number(process.env.RACES ?? usual);
export const SEED = Number(process.env.SEED ?? 0);

/** Numbers from 0 up to 1, the same for the same seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

export interface Drafts {
  /** Row id of one of the demo people. */
  idOf: (name: string) => string;
  /** A draft that only waits to be signed: what the home care draft says, under a reference of its own, which is returned. */
  make: (title: string) => Promise<string>;
}

/** Completes the home care draft, from which all others are copied. */
export const prepareDrafts = async (api: TestApi): Promise<Drafts> => {
  const { sql, db } = api.database;
  await finishScreening(api.as("lead.officer@example.org"));
  const people = await sql<{ id: string; email: string }[]>`select id, email from users`;
  const idOf = (name: string) => people.find(({ email }) => email === `${name}@example.org`)?.id ?? "";
  const [complete] = await sql<{ revisionId: string; templateId: string; departmentId: string }[]>`
    select r.id as "revisionId", a.template_id as "templateId", a.department_id as "departmentId"
    from assessments a join assessment_revisions r on r.assessment_id = a.id and r.number = a.revision
    where a.reference = ${HOME_CARE}`;
  if (complete === undefined) throw new Error("The sample data are missing");
  const make = (title: string): Promise<string> =>
    db.transaction(async (tx) => {
      const { id, reference } = await createAssessment(tx, {
        title,
        departmentId: complete.departmentId,
        templateId: complete.templateId,
        leadId: idOf("lead.officer"),
        contributorIds: [idOf("contributor")],
        startedOn: "2026-01-05",
        isDemo: true,
      });
      await copyRevision(tx, { assessmentId: id, number: 2, copiedFromId: complete.revisionId });
      await tx.update(assessments).set({ revision: 2 }).where(eq(assessments.id, id));
      return reference;
    });
  return { idOf, make };
};
