import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import type { AssessmentDraft } from "@due-regard/domain/ehria/form/parse-draft";
import { readDetails } from "@due-regard/domain/ehria/form/read-details";
import { type FormTemplate, questionByKey } from "@due-regard/domain/ehria/form/template";
import { readForm } from "@due-regard/domain/ehria/form/visibility";
import { CHARACTERISTIC_ROWS, RIGHT_ROWS } from "@due-regard/domain/ehria/reference-data";
import { rightKey } from "@due-regard/domain/ehria/reference-types";
import { createAssessment } from "../assessments/create-assessment.ts";
import type { Transaction } from "../connection.ts";
import { publishTemplate } from "../forms/store-template.ts";
import { answers, characteristicImpacts, rightImpacts } from "../schema/assessments.ts";
import { auditEvents } from "../schema/audit.ts";
import { characteristics, rights } from "../schema/reference.ts";
import { DEMO_DEPARTMENT } from "./demo-accounts.ts";
import { readCountyTemplate, readHomeCareDraft, readSampleTemplates } from "./ehria/read-forms.ts";
import { KeyedIds } from "./keyed-ids.ts";
import type { PeopleIds } from "./load-people.ts";

export interface LoadedForm {
  templateId: string;
  template: FormTemplate;
  draft: AssessmentDraft;
}

/** Inserts the law with which a database starts, and every form that comes with the software, published. */
export const loadLawAndForm = async (tx: Transaction): Promise<LoadedForm> => {
  await tx
    .insert(characteristics)
    .values(CHARACTERISTIC_ROWS.map((row) => ({ ...row, aims: [...row.aims], words: [...row.words] })));
  await tx.insert(rights).values([...RIGHT_ROWS]);
  const templates = await readSampleTemplates();
  const now = Date.now();
  const ids = new KeyedIds("form");
  for (const [index, template] of templates.entries()) {
    // A millisecond apart, so that it is plain which one was published last.
    const publishedAt = new Date(now - templates.length + index).toISOString();
    ids.set(template.key, await publishTemplate(tx, template, { publishedAt, publishedById: null }));
  }
  const county = await readCountyTemplate();
  const draft = await readHomeCareDraft(county);
  return { templateId: ids.get(county.key), template: county, draft };
};

interface DraftSetting {
  people: PeopleIds;
  form: LoadedForm;
  sourceIds: KeyedIds;
}

/** Inserts the home care assessment of the papers as the unfinished draft that it was, with its doubts. */
export const loadHomeCareDraft = async (
  tx: Transaction,
  { people, form, sourceIds }: DraftSetting,
): Promise<void> => {
  const { template, templateId, draft } = form;
  const { title, startedOn } = readDetails(readForm(template, draft.content));
  if (title === null || startedOn === null) throw new Error("The home care draft has no title or no start");
  const created = await createAssessment(tx, {
    title,
    departmentId: people.departmentIds.get(DEMO_DEPARTMENT),
    templateId,
    leadId: people.userIds.get("lead.officer@example.org"),
    contributorIds: [people.userIds.get("contributor@example.org")],
    startedOn,
    sourceId: sourceIds.get(draft.source.paper),
    isDemo: true,
  });
  await insertContent(tx, created.revisionId, form);
  await tx.insert(auditEvents).values({
    action: "assessment.loaded",
    subjectType: "assessment",
    subjectId: created.id,
    assessmentId: created.id,
    revision: 1,
    reason: draft.source.note,
  });
};

/** Doubts about the cell that a question and part name; a doubt about a whole question stands on each of its cells. */
const doubtsAbout = ({ draft, template }: LoadedForm, question: string, part: string | null): string[] => {
  const parts = questionByKey(template, question)?.parts.length ?? 0;
  return draft.doubts
    .filter(
      (doubt) => doubt.question === question && (doubt.part === part || (doubt.part === null && parts > 0)),
    )
    .map((doubt) => doubt.text);
};

/** Key of the question whose rows one of the typed tables holds at a stage. */
const rowQuestion = ({ template }: LoadedForm, storedIn: string, stage: string): string =>
  template.questions.find((each) => kindOf(each).storedIn === storedIn && each.stage === stage)?.key ?? "";

const insertContent = async (tx: Transaction, revisionId: string, form: LoadedForm): Promise<void> => {
  const { content } = form.draft;
  await tx.insert(answers).values(
    content.answers.map(({ question, part, choice, text }) => ({
      revisionId,
      question,
      part: part ?? "",
      choice,
      text,
      doubts: doubtsAbout(form, question, part),
    })),
  );
  await tx.insert(characteristicImpacts).values(
    content.characteristicImpacts.map(({ version: _, ...row }) => {
      const question = rowQuestion(form, "CHARACTERISTIC_IMPACTS", row.stage);
      return { revisionId, ...row, doubts: doubtsAbout(form, question, row.characteristic) };
    }),
  );
  await tx.insert(rightImpacts).values(
    content.rightImpacts.map(({ version: _, justification, ...row }) => {
      const question = rowQuestion(form, "RIGHT_IMPACTS", row.stage);
      return { revisionId, ...row, ...justification, doubts: doubtsAbout(form, question, rightKey(row)) };
    }),
  );
};
