import type { AssessmentContent, PinnedEvidence } from "../content.ts";
import { FILE_TYPE_FACTS } from "../evidence/file-types.ts";
import { kindOf } from "../form/kinds/registry.ts";
import { type FormTemplate, questionByKey } from "../form/template.ts";
import { countingContent, type FormReading } from "../form/visibility.ts";
import type { ReferenceData } from "../reference-types.ts";
import { rightKey } from "../reference-types.ts";
import type { SignatoryRole } from "../vocabulary.ts";
import { askedSections, publicForm } from "./public-form.ts";

/** The facts about an assessment that may be published. No field for a person's name, and none for who contributed. */
export interface PublicFacts {
  reference: string;
  title: string;
  demo: boolean;
  organisation: { code: string; name: string };
  department: { slug: string; name: string };
  revision: number;
  /** ISO dates. */
  startedOn: string;
  completedOn: string;
  reviewDueOn: string | null;
  signatures: readonly PublicSignature[];
}

export interface PublicSignature {
  role: SignatoryRole;
  jobTitle: string;
  statement: string;
  /** ISO instant. */
  signedAt: string;
}

/** What may be published of one signed revision, before anybody looked at its words. */
export interface PublicDraft {
  facts: PublicFacts;
  form: FormTemplate;
  askedSections: ReadonlySet<string>;
  content: AssessmentContent;
  references: ReferenceData;
}

const NO_VERSION = 0;

/** A file by what it is. Its name is its author's own affair, and often has a person's in it. */
const fileTitle = ({ title, file }: PinnedEvidence): string => {
  if (file === null) return title;
  const names = [file.name, file.name.replace(/\.[^.]*$/, "")].filter((name) => name !== "");
  const namesFile = names.some((name) => title.toLowerCase().includes(name.toLowerCase()));
  return namesFile ? `A file (${FILE_TYPE_FACTS[file.type].label})` : title;
};

/** Of a page its address says all; of a file its name would be what is displayed. */
const SHOWS_DISPLAY: readonly PinnedEvidence["kind"][] = [
  "OBSERVATION",
  "STRATEGY_ELEMENT",
  "DELIVERY_ACTION",
];

const publicEvidence = (each: PinnedEvidence, index: number): PinnedEvidence => ({
  id: String(index + 1),
  question: each.question,
  part: each.part,
  kind: each.kind,
  title: fileTitle(each),
  display: SHOWS_DISPLAY.includes(each.kind) ? each.display : null,
  period: each.period,
  asOf: each.asOf,
  source: each.source,
  url: each.kind === "LINK" ? each.url : null,
  note: each.note,
  knownSince: null,
  groups: each.groups.map(({ characteristic, category, display }) => ({
    characteristic,
    category,
    display,
    value: null,
  })),
  file: null,
  fileState: null,
  // The day, not the minute: when somebody works is nobody's business.
  pinnedAt: `${new Date(each.pinnedAt).toISOString().slice(0, 10)}T12:00:00.000Z`,
  contentHash: "",
});

const publicContent = (form: FormTemplate, counting: AssessmentContent): AssessmentContent => {
  const isAsked = (key: string | null): boolean => key === null || questionByKey(form, key) !== null;
  const hasRow = (storedIn: string, stage: string, row: string): boolean =>
    form.questions.some(
      (question) =>
        kindOf(question).storedIn === storedIn &&
        question.stage === stage &&
        question.parts.some(({ key }) => key === row),
    );
  const hasPlan = form.questions.some((question) => kindOf(question).storedIn === "IMPROVEMENT_ACTIONS");
  return {
    answers: counting.answers
      .filter(({ question }) => isAsked(question))
      .map(({ question, part, choice, text }) => ({ question, part, choice, text, version: NO_VERSION })),
    characteristicImpacts: counting.characteristicImpacts
      .filter((row) => hasRow("CHARACTERISTIC_IMPACTS", row.stage, row.characteristic))
      .map(({ stage, characteristic, affected, direction, comments, barriers }) => ({
        ...{ stage, characteristic, affected, direction, comments, barriers, version: NO_VERSION },
      })),
    rightImpacts: counting.rightImpacts
      .filter((row) => hasRow("RIGHT_IMPACTS", row.stage, rightKey(row)))
      .map(({ stage, part, article, affected, comments, justification }) => ({
        ...{ stage, part, article, affected, comments, version: NO_VERSION },
        justification: justification && {
          prescribedByLaw: justification.prescribedByLaw,
          legitimateAim: justification.legitimateAim,
          necessary: justification.necessary,
          proportionate: justification.proportionate,
        },
      })),
    improvementActions: (hasPlan ? counting.improvementActions : []).map((each, index) => ({
      id: String(index + 1),
      objective: each.objective,
      action: each.action,
      target: each.target,
      officer: each.officer,
      due: each.due,
      fromQuestion: isAsked(each.fromQuestion) ? each.fromQuestion : null,
    })),
    evidence: counting.evidence.filter(({ question }) => isAsked(question)).map(publicEvidence),
  };
};

/**
 * Picks what may be published out of a signed revision, field by field: what isn't named here stays inside (design/domain.md, trap 15).
 * Comments, history, earlier revisions, files and people have no way in. The words that are left are scanned (scan.ts) and decided about
 * (redact.ts) before anybody publishes them.
 * @param reading of the very content that was signed
 */
export const draftForPublic = (
  reading: FormReading,
  facts: PublicFacts,
  references: ReferenceData,
): PublicDraft => {
  const form = publicForm(reading);
  const { signatures, organisation, department, ...rest } = facts;
  return {
    facts: {
      reference: rest.reference,
      title: rest.title,
      demo: rest.demo,
      organisation: { code: organisation.code, name: organisation.name },
      department: { slug: department.slug, name: department.name },
      revision: rest.revision,
      startedOn: rest.startedOn,
      completedOn: rest.completedOn,
      reviewDueOn: rest.reviewDueOn,
      signatures: signatures.map(({ role, jobTitle, statement, signedAt }) => ({
        role,
        jobTitle,
        statement,
        signedAt,
      })),
    },
    form,
    askedSections: askedSections(reading),
    content: publicContent(form, countingContent(reading)),
    references,
  };
};
