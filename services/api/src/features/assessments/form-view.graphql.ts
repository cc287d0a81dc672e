import { hiddenBecause } from "@due-regard/domain/ehria/form/asked-when";
import { choiceWords } from "@due-regard/domain/ehria/form/choice-words";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import type { SectionState } from "@due-regard/domain/ehria/form/sections";
import type { FormQuestion, Guidance, QuestionPart } from "@due-regard/domain/ehria/form/template";
import type { FormReading, QuestionReading } from "@due-regard/domain/ehria/form/visibility";
import type { Stage } from "@due-regard/domain/ehria/vocabulary";
import { builder } from "../../schema/builder.ts";
import { SectionStatusEnum, StageEnum } from "../../schema/ehria-enums.ts";

export const SectionStateType = builder.objectRef<SectionState>("SectionState").implement({
  description: "One line of the task list.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "Key of the section." }),
    number: t.exposeString("numberPrinted", {
      nullable: true,
      description: "Its number on the printed form, if any.",
    }),
    title: t.exposeString("title", { description: "Its title." }),
    status: t.expose("status", { type: SectionStatusEnum, description: "How far it has got." }),
    askedWhen: t.exposeString("askedWhen", {
      nullable: true,
      description: "On which answers it hangs, inside a sentence. Null: it is always asked.",
    }),
    answered: t.exposeInt("answered", { description: "Required questions that are answered." }),
    required: t.int({ description: "Questions that must be answered now.", resolve: ({ total }) => total }),
  }),
});

/** A question together with the form that it stands in. */
interface QuestionView {
  state: QuestionReading;
  reading: FormReading;
}

interface OptionView {
  value: string;
  label: string;
  hint: string | null;
}

const optionsOf = ({ state: { question } }: QuestionView): OptionView[] =>
  kindOf(question)
    .choices(question)
    .map((value) => ({
      value,
      label: choiceWords(question, value),
      hint: question.options.find(({ key }) => key === value)?.hint ?? null,
    }));

const FormOptionType = builder.objectRef<OptionView>("FormOption").implement({
  description: "An answer that can be chosen.",
  fields: (t) => ({
    value: t.exposeString("value", { description: "What to send as `choice`." }),
    label: t.exposeString("label", { description: "What people read." }),
    hint: t.exposeString("hint", { nullable: true, description: "What it means. Null: nothing to add." }),
  }),
});

const GuidanceType = builder.objectRef<Guidance>("Guidance").implement({
  description: "Help beside a question or a part of one.",
  fields: (t) => ({
    lookAt: t.stringList({
      description: "What to look at.",
      resolve: ({ lookAt }) => [...lookAt],
    }),
    law: t.string({
      nullable: true,
      description: "The law in one paragraph.",
      resolve: ({ law }) => law.text,
    }),
    lawSource: t.string({
      nullable: true,
      description: "Where the law says so.",
      resolve: ({ law }) => law.source,
    }),
    goodExample: t.exposeString("goodExample", {
      nullable: true,
      description: "A good answer, made up.",
    }),
    weakExample: t.exposeString("weakExample", {
      nullable: true,
      description: "A weak answer, made up.",
    }),
  }),
});

const FormPartType = builder.objectRef<QuestionPart>("FormPart").implement({
  description: "Part of a question, answered on its own; for rows of the law, a characteristic or a right.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "What to send as `part`." }),
    label: t.exposeString("label", { description: "What people read." }),
    textLabel: t.exposeString("textLabel", {
      nullable: true,
      description: "Label of its words. Null: it takes none.",
    }),
    hint: t.exposeString("hint", { nullable: true, description: "What to add. Null: nothing." }),
    guidance: t.expose("guidance", {
      type: GuidanceType,
      nullable: true,
      description: "Help with this part alone. Null: the question's own help is all there is.",
    }),
  }),
});

const subsectionTitle = ({ reading, state }: QuestionView): string | null =>
  reading.template.sections
    .find((section) => section.key === state.question.section)
    ?.subsections.find((subsection) => subsection.key === state.question.subsection)?.title ?? null;

const question = (view: QuestionView): FormQuestion => view.state.question;

const FormQuestionViewType = builder.objectRef<QuestionView>("FormQuestionView").implement({
  description: "A question as it stands for this assessment: the server decides what is asked.",
  fields: (t) => ({
    key: t.string({
      description: "Stable key: what to send as `question`.",
      resolve: (view) => question(view).key,
    }),
    number: t.string({
      nullable: true,
      description: "Its place in the form’s own sequence. Null: it has none.",
      resolve: (view) => question(view).number?.toString() ?? null,
    }),
    numberPrinted: t.string({
      nullable: true,
      description: "What the paper prints, which may repeat. Null: lost, or none.",
      resolve: (view) => question(view).numberPrinted,
    }),
    kind: t.string({
      description: "Kind of question: what field it needs.",
      resolve: (view) => question(view).kind,
    }),
    meaning: t.string({
      nullable: true,
      description: "What rules take it to be, whatever its key. Null: nothing that a rule needs.",
      resolve: (view) => question(view).meaning,
    }),
    stage: t.field({
      type: StageEnum,
      nullable: true,
      description: "Stage of its rows, for characteristics and rights. Null: it has no such rows.",
      resolve: (view): Stage | null => question(view).stage,
    }),
    subsection: t.string({
      nullable: true,
      description: "Heading above it. Null: none.",
      resolve: subsectionTitle,
    }),
    label: t.string({
      description: "A few words that name it.",
      resolve: (view) => question(view).label,
    }),
    text: t.string({ description: "The question.", resolve: (view) => question(view).text }),
    hint: t.string({
      nullable: true,
      description: "A line beneath it. Null: none.",
      resolve: (view) => question(view).hint,
    }),
    textLabel: t.string({
      nullable: true,
      description: "Label of the words that go with a choice. Null: the choice stands alone.",
      resolve: (view) => question(view).textLabel,
    }),
    required: t.boolean({
      description: "Must be answered as things stand.",
      resolve: ({ state }) => state.required,
    }),
    visible: t.boolean({
      description: "Asked, and counting.",
      resolve: ({ state }) => state.asked === "TRUE",
    }),
    hiddenBecause: t.string({
      nullable: true,
      description: "Why it is not asked: the answers that decide about it, in words. Null: it is.",
      resolve: ({ state, reading }) => hiddenBecause(reading, state),
    }),
    options: t.field({
      type: [FormOptionType],
      description: "Choices, for the question or each of its parts. Empty: words alone.",
      resolve: optionsOf,
    }),
    parts: t.field({
      type: [FormPartType],
      description: "Its parts. Empty: it is answered as a whole.",
      resolve: (view) => [...question(view).parts],
    }),
    guidance: t.field({
      type: GuidanceType,
      nullable: true,
      description: "Help beside it. Null: none.",
      resolve: (view) => question(view).guidance,
    }),
    maxWords: t.int({
      nullable: true,
      description: "Words that it should keep to. Stated, never enforced while typing. Null: no limit.",
      resolve: (view) => question(view).maxWords,
    }),
    forcedChoice: t.string({
      nullable: true,
      description: "The answer that follows from others, whatever was ticked. Null: nothing is forced.",
      resolve: ({ state }) => state.forced?.choice ?? null,
    }),
    forcedBecause: t.string({
      nullable: true,
      description: "Why it follows. Null: nothing is forced.",
      resolve: (view) => view.state.forced?.because ?? null,
    }),
    obligations: t.stringList({
      description: "What its answers make necessary elsewhere, such as an action in the improvement plan.",
      resolve: (view) => view.state.obligations.map((obligation) => obligation.message),
    }),
    doubts: t.stringList({
      description: "What the printed form leaves uncertain.",
      resolve: (view) => [...question(view).doubts],
    }),
  }),
});

interface SectionView {
  state: SectionState;
  reading: FormReading;
}

export const FormSectionViewType = builder.objectRef<SectionView>("FormSectionView").implement({
  description: "A section of the form with its questions, asked or not.",
  fields: (t) => ({
    key: t.string({ description: "Its key.", resolve: ({ state }) => state.key }),
    number: t.string({
      nullable: true,
      description: "Its printed number.",
      resolve: ({ state }) => state.numberPrinted,
    }),
    title: t.string({ description: "Its title.", resolve: ({ state }) => state.title }),
    status: t.field({
      type: SectionStatusEnum,
      description: "How far it has got.",
      resolve: ({ state }) => state.status,
    }),
    intro: t.stringList({
      description: "What it is for, in paragraphs.",
      resolve: ({ state, reading }) => {
        const section = reading.template.sections.find((each) => each.key === state.key);
        return [...(section?.intro ?? [])];
      },
    }),
    questions: t.field({
      type: [FormQuestionViewType],
      description: "Its questions, in the order of the form.",
      resolve: ({ state, reading }) =>
        reading.questions
          .filter((each) => each.question.section === state.key)
          .map((each) => ({ state: each, reading })),
    }),
  }),
});
