import type { AssessmentContent } from "../content.ts";
import { choiceWords } from "../form/choice-words.ts";
import { kindOf } from "../form/kinds/registry.ts";
import type { FormQuestion } from "../form/template.ts";
import { rightKey } from "../reference-types.ts";
import type { RedactionDecision } from "./decision.ts";
import type { PublicCopy } from "./public-copy.ts";
import type { PublicDraft } from "./public-draft.ts";
import { type Redaction, redact } from "./redact.ts";

type PublicQuestion = PublicCopy["sections"][number]["questions"][number];

const answered = (
  question: FormQuestion,
  { answers }: AssessmentContent,
  part: string | null,
): Pick<PublicQuestion, "choice" | "text"> => {
  const found = answers.find((each) => each.question === question.key && each.part === part);
  const key = found?.choice ?? null;
  return {
    choice: key === null ? null : { key, words: choiceWords(question, key) },
    text: found?.text ?? null,
  };
};

const questionOf = (question: FormQuestion, content: AssessmentContent): PublicQuestion => {
  const { key, number, numberPrinted, label, text: wording } = question;
  const parts = kindOf(question).storedIn === "ANSWERS" ? question.parts : [];
  return {
    ...{ key, number, numberPrinted, label, wording },
    ...answered(question, content, null),
    because: question.forced[0]?.because ?? null,
    parts: parts.map((part) => ({
      key: part.key,
      label: part.label,
      ...answered(question, content, part.key),
    })),
  };
};

const sectionsOf = ({ form, content, askedSections }: PublicDraft): PublicCopy["sections"] =>
  form.sections.map(({ key, numberPrinted, title }) => ({
    key,
    numberPrinted,
    title,
    asked: askedSections.has(key),
    questions: form.questions
      .filter(({ section }) => section === key)
      .map((question) => questionOf(question, content)),
  }));

const labelOf = ({ form }: PublicDraft, storedIn: string, row: string): string =>
  form.questions
    .filter((question) => kindOf(question).storedIn === storedIn)
    .flatMap(({ parts }) => parts)
    .find(({ key }) => key === row)?.label ?? row;

const characteristicsOf = (draft: PublicDraft): PublicCopy["characteristicImpacts"] =>
  draft.content.characteristicImpacts.map(
    ({ stage, characteristic, affected, direction, comments, barriers }) => ({
      ...{ stage, characteristic, affected, direction, comments, barriers },
      label: labelOf(draft, "CHARACTERISTIC_IMPACTS", characteristic),
    }),
  );

const rightsOf = (draft: PublicDraft): PublicCopy["rightImpacts"] =>
  draft.content.rightImpacts.map(({ stage, part, article, affected, comments, justification }) => {
    const key = rightKey({ part, article });
    const law = draft.references.rights.find((row) => rightKey(row) === key);
    return {
      ...{ stage, part, article, affected, comments, justification },
      title: law?.title ?? labelOf(draft, "RIGHT_IMPACTS", key),
      kind: law?.kind ?? null,
    };
  });

const actionsOf = ({ content }: PublicDraft): PublicCopy["improvementActions"] =>
  content.improvementActions.map(({ objective, action, target, officer, due, fromQuestion }) => ({
    ...{ objective, action, target, officer, due, fromQuestion },
  }));

const evidenceOf = ({ content }: PublicDraft): PublicCopy["evidence"] =>
  content.evidence.map((each, index) => ({
    number: index + 1,
    question: each.question,
    part: each.part,
    kind: each.kind,
    title: each.title,
    display: each.display,
    period: each.period,
    asOf: each.asOf,
    source: each.source,
    url: each.url,
    note: each.note,
    citedOn: each.pinnedAt.slice(0, 10),
    groups: each.groups.map(({ characteristic, category, display }) => ({
      characteristic,
      category,
      display,
    })),
  }));

const copyOf = (draft: PublicDraft, edition: number, redactions: Redaction[]): PublicCopy => {
  const { facts, form } = draft;
  return {
    format: "due-regard/published/1",
    reference: facts.reference,
    edition,
    title: facts.title,
    demo: facts.demo,
    organisation: facts.organisation,
    department: facts.department,
    form: { key: form.key, version: form.version, title: form.title },
    revision: facts.revision,
    startedOn: facts.startedOn,
    completedOn: facts.completedOn,
    reviewDueOn: facts.reviewDueOn,
    signatures: [...facts.signatures],
    sections: sectionsOf(draft),
    characteristicImpacts: characteristicsOf(draft),
    rightImpacts: rightsOf(draft),
    improvementActions: actionsOf(draft),
    evidence: evidenceOf(draft),
    redactions,
  };
};

export interface Depersonalised {
  copy: PublicCopy;
  /** The same as the copy, as documents are laid out from it. */
  draft: PublicDraft;
}

/**
 * What the public gets: the fields that may leave the council (public-draft.ts), without the passages that people took out. Whether every
 * hit was decided about is asked before (decision.ts, `undecided`).
 * @param edition from 1, the next after what was published under the reference
 */
export const depersonalise = (
  draft: PublicDraft,
  decisions: readonly RedactionDecision[],
  edition: number,
): Depersonalised => {
  const { draft: redacted, redactions } = redact(draft, decisions);
  return { copy: copyOf(redacted, edition, redactions), draft: redacted };
};
