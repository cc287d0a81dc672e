import type { SavedCell, StoredContent } from "@due-regard/database/assessments/load-content";
import type {
  Answer,
  CharacteristicImpact,
  RightImpact,
  RightJustification,
} from "@due-regard/domain/ehria/content";
import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { countingContent, type FormReading } from "@due-regard/domain/ehria/form/visibility";
import {
  type CharacteristicRow,
  type ReferenceData,
  type RightRow,
  rightKey,
} from "@due-regard/domain/ehria/reference-types";
import { STAGES, type Stage } from "@due-regard/domain/ehria/vocabulary";
import { builder } from "../../schema/builder.ts";
import {
  ImpactDirectionEnum,
  ProtectedCharacteristicEnum,
  RightKindEnum,
  RightPartEnum,
  StageEnum,
} from "../../schema/ehria-enums.ts";
import { UserType } from "../people/user.graphql.ts";
import { EvidenceLinkType } from "./evidence.graphql.ts";
import type { AssessmentCase } from "./judge-assessment.ts";
import { AnswerOriginType, originsOf } from "./learning/answer-origin.ts";
import type { CopyRow } from "./load-body.ts";

type AnswerView = Answer & SavedCell & { counts: boolean; copies: readonly CopyRow[] };

/** Every stored answer, and whether it counts as things stand. `copies`: what was copied into any of them. */
export const answersOf = (
  reading: FormReading,
  content: StoredContent,
  copies: readonly CopyRow[],
): AnswerView[] => {
  const counting = new Set(
    countingContent(reading).answers.map(({ question, part }) => `${question} ${part ?? ""}`),
  );
  return content.answers.map((answer) => ({
    ...answer,
    copies,
    counts: counting.has(`${answer.question} ${answer.part ?? ""}`),
  }));
};

export const AnswerType = builder.objectRef<AnswerView>("Answer").implement({
  description: "One answer: to a question, or to one part of it.",
  fields: (t) => ({
    question: t.exposeString("question", { description: "Key of the question." }),
    part: t.exposeString("part", {
      nullable: true,
      description: "Key of the part. Null: the whole question.",
    }),
    choice: t.exposeString("choice", {
      nullable: true,
      description: "YES, NO, UNKNOWN or an option. Null: not ticked.",
    }),
    text: t.exposeString("text", {
      nullable: true,
      description: "Words, an ISO date or TBC. Null: nothing written.",
    }),
    version: t.exposeInt("version", { description: "Send it back as `basedOnVersion`." }),
    counts: t.exposeBoolean("counts", {
      description: "False when its question is not asked: kept, and not signed.",
    }),
    savedAt: t.expose("savedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was last saved.",
    }),
    savedBy: t.field({
      type: UserType,
      nullable: true,
      description: "Who saved it. Null: it was loaded from a paper.",
      resolve: (answer) => answer.savedById,
    }),
    doubts: t.exposeStringList("doubts", { description: "What the source leaves uncertain about it." }),
    origins: t.field({
      type: [AnswerOriginType],
      description: "Where words of it were copied from, in the order in which they were. Empty: nowhere.",
      resolve: (answer) => originsOf(answer.copies, answer),
    }),
  }),
});

interface CharacteristicView {
  law: CharacteristicRow;
  /** As the form calls it: local groups are the council's own. */
  label: string;
  stage: Stage;
  question: string;
  stored: (CharacteristicImpact & SavedCell) | null;
  evidence: StoredContent["evidence"];
}

/** What the rows of the two tables of the law are made of. */
export interface RowSource {
  template: FormTemplate;
  content: StoredContent;
  references: ReferenceData;
}

export const rowSource = ({ body, references }: AssessmentCase): RowSource => ({
  template: body.template,
  content: body.content,
  references,
});

/** The questions that hold rows of one of the typed tables, one a stage. */
const rowQuestions = ({ template }: RowSource, storedIn: string, stage: Stage | null) =>
  STAGES.filter((each) => stage === null || each === stage).flatMap((each) =>
    template.questions
      .filter((question) => kindOf(question).storedIn === storedIn && question.stage === each)
      .map((question) => ({ stage: each, question })),
  );

/** A row for each characteristic that the form asks about, answered or not. */
export const characteristicViews = (source: RowSource, only: Stage | null): CharacteristicView[] => {
  const { content } = source;
  return rowQuestions(source, "CHARACTERISTIC_IMPACTS", only).flatMap(({ stage, question }) =>
    question.parts.flatMap((part) => {
      const law = source.references.characteristics.find((row) => row.characteristic === part.key);
      if (law === undefined) return [];
      const stored = content.characteristicImpacts.find(
        (row) => row.stage === stage && row.characteristic === law.characteristic,
      );
      const view = { law, label: part.label, stage, question: question.key };
      return [{ ...view, stored: stored ?? null, evidence: content.evidence }];
    }),
  );
};

export const CharacteristicImpactType = builder
  .objectRef<CharacteristicView>("CharacteristicImpact")
  .implement({
    description: "How one protected characteristic is affected. Affected does not mean harmed.",
    fields: (t) => ({
      characteristic: t.field({
        type: ProtectedCharacteristicEnum,
        description: "Which one.",
        resolve: ({ law }) => law.characteristic,
      }),
      label: t.exposeString("label", { description: "Its name, as the form has it." }),
      aims: t.intList({
        description: "Aims of the equality duty that it counts for: 1 eliminate, 2 advance, 3 foster.",
        resolve: ({ law }) => [...law.aims],
      }),
      stage: t.expose("stage", { type: StageEnum, description: "Screening or report." }),
      affected: t.boolean({
        nullable: true,
        description: "Whether people are affected. Null: not answered.",
        resolve: ({ stored }) => stored?.affected ?? null,
      }),
      direction: t.field({
        type: ImpactDirectionEnum,
        nullable: true,
        description: "Which way. Null: not answered.",
        resolve: ({ stored }) => stored?.direction ?? null,
      }),
      comments: t.string({
        nullable: true,
        description: "What is expected, and why. Comments occur on No too.",
        resolve: ({ stored }) => stored?.comments ?? null,
      }),
      barriers: t.string({
        nullable: true,
        description: "Barriers that people may meet.",
        resolve: ({ stored }) => stored?.barriers ?? null,
      }),
      evidence: t.field({
        type: [EvidenceLinkType],
        description: "What is cited for it.",
        resolve: ({ law, question, evidence }) =>
          evidence
            .filter((link) => link.question === question && link.part === law.characteristic)
            .map((link) => link.row),
      }),
      version: t.int({
        description: "Send it back as `basedOnVersion`; 0 when nothing is stored.",
        resolve: ({ stored }) => stored?.version ?? 0,
      }),
      doubts: t.stringList({
        description: "What the source leaves uncertain about it.",
        resolve: ({ stored }) => stored?.doubts ?? [],
      }),
    }),
  });

interface RightView {
  law: RightRow;
  stage: Stage;
  question: string;
  stored: (RightImpact & SavedCell) | null;
  evidence: StoredContent["evidence"];
}

/** A row for each right that the form asks about, answered or not. */
export const rightViews = (source: RowSource, only: Stage | null): RightView[] => {
  const { content } = source;
  return rowQuestions(source, "RIGHT_IMPACTS", only).flatMap(({ stage, question }) =>
    question.parts.flatMap((part) => {
      const law = source.references.rights.find((row) => rightKey(row) === part.key);
      if (law === undefined) return [];
      const stored = content.rightImpacts.find((row) => row.stage === stage && rightKey(row) === part.key);
      return [{ law, stage, question: question.key, stored: stored ?? null, evidence: content.evidence }];
    }),
  );
};

const RightJustificationType = builder.objectRef<RightJustification>("RightJustification").implement({
  description: "The four answers that interference with a qualified right needs.",
  fields: (t) => ({
    prescribedByLaw: t.exposeString("prescribedByLaw", {
      nullable: true,
      description: "Which law prescribes it.",
    }),
    legitimateAim: t.exposeString("legitimateAim", {
      nullable: true,
      description: "Which legitimate aim it pursues.",
    }),
    necessary: t.exposeString("necessary", { nullable: true, description: "Why it is necessary." }),
    proportionate: t.exposeString("proportionate", {
      nullable: true,
      description: "Why it goes no further than needed.",
    }),
  }),
});

export const RightImpactType = builder.objectRef<RightView>("RightImpact").implement({
  description: "Whether one right of the Human Rights Act is engaged.",
  fields: (t) => ({
    part: t.field({
      type: RightPartEnum,
      description: "Where the right stands.",
      resolve: ({ law }) => law.part,
    }),
    article: t.int({ description: "Number of the article in its part.", resolve: ({ law }) => law.article }),
    title: t.string({ description: "Its name.", resolve: ({ law }) => law.title }),
    kind: t.field({
      type: RightKindEnum,
      description: "How far it may be limited.",
      resolve: ({ law }) => law.kind,
    }),
    note: t.string({ nullable: true, description: "What to bear in mind.", resolve: ({ law }) => law.note }),
    stage: t.expose("stage", { type: StageEnum, description: "Screening or report." }),
    affected: t.boolean({
      nullable: true,
      description: "Whether it is engaged. Null: not answered.",
      resolve: ({ stored }) => stored?.affected ?? null,
    }),
    comments: t.string({
      nullable: true,
      description: "How, and why.",
      resolve: ({ stored }) => stored?.comments ?? null,
    }),
    justification: t.field({
      type: RightJustificationType,
      nullable: true,
      description: "For a qualified right that is engaged. Null: none given.",
      resolve: ({ stored }) => stored?.justification ?? null,
    }),
    evidence: t.field({
      type: [EvidenceLinkType],
      description: "What is cited for it.",
      resolve: ({ law, question, evidence }) =>
        evidence
          .filter((link) => link.question === question && link.part === rightKey(law))
          .map((link) => link.row),
    }),
    version: t.int({
      description: "Send it back as `basedOnVersion`; 0 when nothing is stored.",
      resolve: ({ stored }) => stored?.version ?? 0,
    }),
    doubts: t.stringList({
      description: "What the source leaves uncertain about it.",
      resolve: ({ stored }) => stored?.doubts ?? [],
    }),
  }),
});
