import { canonicalText } from "../../seal/hash-content.ts";
import { movedKeys } from "./moved-keys.ts";
import { showPartGuidance, showQuestionValue, showValue } from "./show-template-value.ts";
import type { FormQuestion, FormSection, FormTemplate, Guidance } from "./template.ts";

/** What can differ between two versions of a form, in the words of somebody who fills it in. */
export const FORM_CHANGE_KINDS = [
  "QUESTION_ADDED",
  "QUESTION_REMOVED",
  "QUESTION_REWORDED",
  "QUESTION_MOVED",
  "ANSWERS_CHANGED",
  "CONDITIONS_CHANGED",
  "GUIDANCE_CHANGED",
  "QUESTION_SETTINGS_CHANGED",
  "SECTION_ADDED",
  "SECTION_REMOVED",
  "SECTION_MOVED",
  "SECTION_CHANGED",
  "SIGN_OFF_CHANGED",
  "FORM_CHANGED",
] as const;
export type FormChangeKind = (typeof FORM_CHANGE_KINDS)[number];

/** One difference. Nulls before: there was nothing; nulls after: there is nothing now. */
export interface FormChangeDetail {
  what: string;
  before: string | null;
  after: string | null;
}

export interface FormChange {
  kind: FormChangeKind;
  section: string | null;
  question: string | null;
  /** The question's label, the section's title or the form's part. */
  name: string;
  details: readonly FormChangeDetail[];
}

type Attributes<Thing, Left extends keyof Thing> = Record<
  Exclude<keyof Thing, Left>,
  readonly [kind: FormChangeKind, what: string]
>;

/** A question as it is compared: the guidance of its parts is guidance, and no other way of answering. */
type ComparedQuestion = FormQuestion & { partGuidance: Readonly<Record<string, Guidance>> };

const compared = (question: FormQuestion): ComparedQuestion => ({
  ...question,
  parts: question.parts.map((part) => ({ ...part, guidance: null })),
  partGuidance: Object.fromEntries(
    question.parts.flatMap(({ key, guidance }) => (guidance === null ? [] : [[key, guidance]])),
  ),
});

/** What a change of each attribute is. One that is missing here doesn't compile, so no difference goes unnamed. */
const QUESTION_ATTRIBUTES: Attributes<ComparedQuestion, "key"> = {
  text: ["QUESTION_REWORDED", "Question"],
  label: ["QUESTION_REWORDED", "Short name"],
  hint: ["QUESTION_REWORDED", "Hint"],
  textLabel: ["QUESTION_REWORDED", "Label of the reasons"],
  section: ["QUESTION_MOVED", "Section"],
  subsection: ["QUESTION_MOVED", "Subsection"],
  kind: ["ANSWERS_CHANGED", "Kind"],
  parts: ["ANSWERS_CHANGED", "Parts"],
  options: ["ANSWERS_CHANGED", "Answers to choose from"],
  stage: ["ANSWERS_CHANGED", "Stage"],
  maxWords: ["ANSWERS_CHANGED", "Words at most"],
  condition: ["CONDITIONS_CHANGED", "Asked"],
  required: ["CONDITIONS_CHANGED", "Must be answered"],
  forced: ["CONDITIONS_CHANGED", "Answered by rule"],
  obligations: ["CONDITIONS_CHANGED", "Asks for an action"],
  guidance: ["GUIDANCE_CHANGED", "Guidance"],
  partGuidance: ["GUIDANCE_CHANGED", "Guidance on its parts"],
  number: ["QUESTION_SETTINGS_CHANGED", "Number"],
  numberPrinted: ["QUESTION_SETTINGS_CHANGED", "Number as printed"],
  meaning: ["QUESTION_SETTINGS_CHANGED", "Meaning to rules"],
  publication: ["QUESTION_SETTINGS_CHANGED", "When published"],
  doubts: ["QUESTION_SETTINGS_CHANGED", "Doubts"],
};

/** `position` only numbers the sections in the order in which they stand: a section that moved is told of as such. */
const SECTION_ATTRIBUTES: Attributes<FormSection, "key" | "position"> = {
  title: ["SECTION_CHANGED", "Title"],
  numberPrinted: ["SECTION_CHANGED", "Number as printed"],
  intro: ["SECTION_CHANGED", "Introduction"],
  condition: ["CONDITIONS_CHANGED", "Asked"],
  subsections: ["SECTION_CHANGED", "Subsections"],
};

const FORM_ATTRIBUTES: Attributes<FormTemplate, "key" | "version" | "sections" | "questions"> = {
  title: ["FORM_CHANGED", "Title"],
  intro: ["FORM_CHANGED", "Introduction"],
  wording: ["FORM_CHANGED", "The form's own words"],
  source: ["FORM_CHANGED", "Source"],
  doubts: ["FORM_CHANGED", "Doubts"],
  signOff: ["SIGN_OFF_CHANGED", "Sign-off"],
};

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalText(one ?? null) === canonicalText(other ?? null);

interface Compared {
  from: FormTemplate;
  to: FormTemplate;
}

type Place = Pick<FormChange, "section" | "question" | "name">;

/** Differences of two things with the same key, one change for each kind. */
const attributeChanges = <Thing extends object>(
  attributes: Readonly<Record<string, readonly [FormChangeKind, string]>>,
  before: Thing,
  after: Thing,
  place: Place,
  show: (attribute: string, thing: Thing, isAfter: boolean) => string | null,
): FormChange[] => {
  const byKind = new Map<FormChangeKind, FormChangeDetail[]>();
  for (const [attribute, [kind, what]] of Object.entries(attributes)) {
    if (isSame(Reflect.get(before, attribute), Reflect.get(after, attribute))) continue;
    const detail = { what, before: show(attribute, before, false), after: show(attribute, after, true) };
    byKind.set(kind, [...(byKind.get(kind) ?? []), detail]);
  }
  return [...byKind].map(([kind, details]) => ({ kind, ...place, details }));
};

const questionPlace = ({ key, section, label }: FormQuestion): Place => ({
  section,
  question: key,
  name: label,
});

/** Questions that moved within their section: one whose section moved has not moved itself. */
const movedInSections = ({ from, to }: Compared): Set<string> => {
  const inSection = ({ questions }: FormTemplate, section: string) =>
    questions.filter((each) => each.section === section);
  return new Set(to.sections.flatMap(({ key }) => [...movedKeys(inSection(from, key), inSection(to, key))]));
};

const questionChanges = ({ from, to }: Compared): FormChange[] => {
  const old = new Map(from.questions.map((each) => [each.key, each]));
  const moved = movedInSections({ from, to });
  const present = to.questions.flatMap((question): FormChange[] => {
    const before = old.get(question.key);
    const place = questionPlace(question);
    if (before === undefined)
      return [
        {
          kind: "QUESTION_ADDED",
          ...place,
          details: [{ what: "Question", before: null, after: question.text }],
        },
      ];
    const changes = attributeChanges(
      QUESTION_ATTRIBUTES,
      compared(before),
      compared(question),
      place,
      (attribute, thing, isAfter) =>
        attribute === "partGuidance"
          ? showPartGuidance(thing.parts, thing.partGuidance)
          : showQuestionValue(attribute as keyof FormQuestion, thing, isAfter ? to : from),
    );
    return moved.has(question.key)
      ? [...changes, { kind: "QUESTION_MOVED", ...place, details: [] }]
      : changes;
  });
  const gone = from.questions
    .filter(({ key }) => !to.questions.some((each) => each.key === key))
    .map(
      (question): FormChange => ({
        kind: "QUESTION_REMOVED",
        ...questionPlace(question),
        details: [{ what: "Question", before: question.text, after: null }],
      }),
    );
  return [...present, ...gone];
};

const sectionChanges = ({ from, to }: Compared): FormChange[] => {
  const old = new Map(from.sections.map((each) => [each.key, each]));
  const moved = movedKeys(from.sections, to.sections);
  const place = ({ key, title }: FormSection): Place => ({ section: key, question: null, name: title });
  const present = to.sections.flatMap((section): FormChange[] => {
    const before = old.get(section.key);
    if (before === undefined) return [{ kind: "SECTION_ADDED", ...place(section), details: [] }];
    const changes = attributeChanges(
      SECTION_ATTRIBUTES,
      before,
      section,
      place(section),
      (attribute, thing, isAfter) => showValue(Reflect.get(thing, attribute), isAfter ? to : from),
    );
    return moved.has(section.key)
      ? [...changes, { kind: "SECTION_MOVED", ...place(section), details: [] }]
      : changes;
  });
  const gone = from.sections
    .filter(({ key }) => !to.sections.some((each) => each.key === key))
    .map((section): FormChange => ({ kind: "SECTION_REMOVED", ...place(section), details: [] }));
  return [...present, ...gone];
};

/**
 * What changed from one version of a form to another, in the order of the later one. Nothing changed exactly when both
 * have the same hash.
 */
export const compareTemplates = (from: FormTemplate, to: FormTemplate): FormChange[] => {
  const place: Place = { section: null, question: null, name: to.title };
  const form = attributeChanges(FORM_ATTRIBUTES, from, to, place, (attribute, thing, isAfter) =>
    showValue(Reflect.get(thing, attribute), isAfter ? to : from),
  );
  return [...form, ...sectionChanges({ from, to }), ...questionChanges({ from, to })];
};
