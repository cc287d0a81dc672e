import type { StoredContent } from "@due-regard/database/assessments/load-content";
import type { Executor } from "@due-regard/database/connection";
import { departments } from "@due-regard/database/schema/organisations";
import { users } from "@due-regard/database/schema/people";
import { sources } from "@due-regard/database/schema/sources";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import type { Viewer } from "@due-regard/domain/access/roles";
import { placePath } from "@due-regard/domain/ehria/form/completeness";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { rightKey } from "@due-regard/domain/ehria/reference-types";
import type { Stage } from "@due-regard/domain/ehria/vocabulary";
import { inArray } from "drizzle-orm";
import type {
  AboutAssessment,
  AssessmentRecord,
  DocumentPerson,
} from "../../../documents/assessment/assessment-record.ts";
import { dateWords } from "../../../documents/assessment/words.ts";
import { loadByIds } from "../../../schema/load-by-ids.ts";
import { type AssessmentCase, contentHashOf, findingsOf } from "../judge-assessment.ts";
import { sayOrigins } from "../learning/say-origins.ts";
import { type AssessmentBody, loadBody } from "../load-body.ts";
import { loadCase } from "../load-case.ts";
import { compareWithPinned } from "../load-evidence-changes.ts";
import type { AssessmentHead } from "../load-head.ts";
import { isValid, loadSignatures, type SignatureView } from "../load-signatures.ts";

/**
 * An assessment that the viewer may read, gathered for a document: the same as their pages show, with the same limits. The
 * head comes from the one loader, so that whoever may not read it gets this far for none.
 */
export const readRecord = async (
  db: Executor,
  viewer: Viewer | null,
  head: AssessmentHead,
  { withFindings }: { withFindings: boolean },
): Promise<AssessmentRecord> => {
  const body = await loadBody(db, head);
  const [judged, signatures] = await Promise.all([loadCase(db, head, body), loadSignatures(db, head, body)]);
  const people = await loadPeople(db, head, signatures, body);
  const mayJudge = mayOnAssessment(viewer, "assessment.workings", head.policySubject);
  return {
    template: body.template,
    content: body.content,
    references: judged.references,
    about: await readAbout(db, judged, people),
    signatures: signatures.map((view) => ({
      role: view.row.role,
      signatory: personOf(people, view.row.userId),
      statement: view.row.statement,
      signedAt: view.row.signedAt,
      valid: isValid(view),
    })),
    doubts: doubtsOf(body.template, body.content),
    origins: await sayOrigins(db, viewer, body, (id) => personOf(people, id).name),
    changedEvidence: await findChanged(db, body.content),
    findings: withFindings && mayJudge ? findingsOf(judged) : null,
  };
};

type People = ReadonlyMap<string, DocumentPerson>;

const loadPeople = async (
  db: Executor,
  head: AssessmentHead,
  signatures: readonly SignatureView[],
  { copies }: AssessmentBody,
): Promise<People> => {
  const ids = [
    ...head.people.map(({ userId }) => userId),
    ...signatures.map(({ row }) => row.userId),
    ...copies.map(({ copiedById }) => copiedById),
  ];
  const rows = await db
    .select({ id: users.id, name: users.name, jobTitle: users.jobTitle })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, ...person }) => [id, person]));
};

const personOf = (people: People, id: string): DocumentPerson =>
  people.get(id) ?? { name: "Unknown", jobTitle: "" };

const readAbout = async (db: Executor, judged: AssessmentCase, people: People): Promise<AboutAssessment> => {
  const { head } = judged;
  const [[department], [source]] = await Promise.all([
    loadByIds(db, departments, [head.departmentId]),
    loadByIds(db, sources, head.sourceId === null ? [] : [head.sourceId]),
  ]);
  const { reference, title, status, revision, startedOn, completedOn, reviewDueOn, isDemo } = head;
  const paper = source && [
    source.title,
    source.committee,
    source.meetingDate && dateWords(source.meetingDate),
  ];
  return {
    reference,
    title,
    status,
    revision,
    department: department?.name ?? "",
    lead: head.leadId === null ? null : personOf(people, head.leadId),
    contributors: head.policySubject.contributorIds.map((id) => personOf(people, id)),
    startedOn,
    completedOn,
    reviewDueOn,
    source: paper ? paper.filter(Boolean).join(", ") : null,
    isDemo,
    contentHash: contentHashOf(judged),
  };
};

const pathOf = (question: string, part: string | null): string =>
  placePath({ section: null, question, part, field: null });

/** The question that holds the rows of a stage. */
const rowQuestion = (template: FormTemplate, storedIn: string, stage: Stage): string =>
  template.questions.find((question) => kindOf(question).storedIn === storedIn && question.stage === stage)
    ?.key ?? "";

const doubtsOf = (template: FormTemplate, content: StoredContent): Map<string, readonly string[]> =>
  new Map([
    ...content.answers.map(({ question, part, doubts }) => [pathOf(question, part), doubts] as const),
    ...content.characteristicImpacts.map(
      ({ stage, characteristic, doubts }) =>
        [pathOf(rowQuestion(template, "CHARACTERISTIC_IMPACTS", stage), characteristic), doubts] as const,
    ),
    ...content.rightImpacts.map(
      (row) =>
        [pathOf(rowQuestion(template, "RIGHT_IMPACTS", row.stage), rightKey(row)), row.doubts] as const,
    ),
  ]);

const findChanged = async (db: Executor, { evidence }: StoredContent): Promise<Map<string, null>> => {
  const changed = await compareWithPinned(
    db,
    evidence.map(({ row }) => row),
  );
  return new Map(evidence.filter((_each, index) => changed[index]).map(({ id }) => [id, null]));
};
