import { createAssessment } from "../../packages/database/src/assessments/create-assessment.ts";
import type { DatabaseConnection, Transaction } from "../../packages/database/src/connection.ts";
import { loadLawAndForm } from "../../packages/database/src/sample-data/load-ehria.ts";
import {
  answers,
  characteristicImpacts,
  evidenceLinks,
  improvementActions,
  rightImpacts,
} from "../../packages/database/src/schema/assessments.ts";
import type { FormTemplate } from "../../packages/domain/src/ehria/form/template.ts";
import { CHARACTERISTIC_ROWS, RIGHT_ROWS } from "../../packages/domain/src/ehria/reference-data.ts";
import { STAGES } from "../../packages/domain/src/ehria/vocabulary.ts";

/** Drafts with every cell of the county's form filled in, as long as people write: one for each connection that saves. */
export const DRAFTS = 10;
export const LEAD = "lead.officer@example.org";

const CITATIONS = 12;
const ACTIONS = 6;
const SENTENCE =
  "Older people and carers who use the service were asked in March, by letter and in four meetings. ";
const LONG = SENTENCE.repeat(6);

export interface LoadedDraft {
  reference: string;
  revisionId: string;
}

export const loadDrafts = async ({ db, sql }: DatabaseConnection): Promise<LoadedDraft[]> => {
  const [lead] = await sql<{ id: string; departmentId: string }[]>`
    select id, department_id as "departmentId" from users where email = ${LEAD}`;
  if (lead === undefined) throw new Error("The demo people are missing");
  return await db.transaction(async (tx) => {
    const { template, templateId } = await loadLawAndForm(tx);
    const loaded: LoadedDraft[] = [];
    for (let number = 1; number <= DRAFTS; number += 1) {
      const { reference, revisionId } = await createAssessment(tx, {
        title: `Draft ${number}`,
        departmentId: lead.departmentId,
        templateId,
        leadId: lead.id,
        startedOn: "2026-01-05",
      });
      await fill(tx, revisionId, template);
      loaded.push({ reference, revisionId });
    }
    return loaded;
  });
};

const fill = async (tx: Transaction, revisionId: string, template: FormTemplate): Promise<void> => {
  const cells = template.questions.flatMap(({ key, parts }) =>
    parts.length === 0
      ? [{ question: key, part: "" }]
      : parts.map((part) => ({ question: key, part: part.key })),
  );
  await tx.insert(answers).values(cells.map((cell) => ({ revisionId, ...cell, text: LONG })));
  const row = { revisionId, affected: true, comments: LONG };
  await tx.insert(characteristicImpacts).values(
    STAGES.flatMap((stage) =>
      CHARACTERISTIC_ROWS.map(({ characteristic }) => ({
        ...row,
        stage,
        characteristic,
        direction: "NEGATIVE" as const,
        barriers: SENTENCE,
      })),
    ),
  );
  await tx
    .insert(rightImpacts)
    .values(
      STAGES.flatMap((stage) =>
        RIGHT_ROWS.map(({ part, article }) => ({ ...row, stage, part, article, necessary: SENTENCE })),
      ),
    );
  const position = (index: number) => ({ revisionId, position: index + 1 });
  await tx.insert(improvementActions).values(
    Array.from({ length: ACTIONS }, (_, index) => ({
      ...position(index),
      objective: SENTENCE,
      action: SENTENCE,
      target: SENTENCE,
      officer: "Service manager",
      due: "2027-03-31",
    })),
  );
  await tx.insert(evidenceLinks).values(
    Array.from({ length: CITATIONS }, (_, index) => ({
      revisionId,
      question: cells[index]?.question ?? null,
      url: `https://example.org/evidence/${index}`,
      pinnedTitle: `Survey ${index}`,
      pinnedDisplay: "",
      pinnedHash: String(index).padStart(64, "0"),
    })),
  );
};
