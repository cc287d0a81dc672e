import type { SavedCell, StoredContent } from "@due-regard/database/assessments/load-content";
import { builder } from "../../schema/builder.ts";
import {
  ImpactDirectionEnum,
  ProtectedCharacteristicEnum,
  RightPartEnum,
  StageEnum,
} from "../../schema/ehria-enums.ts";

const STAGE = "The stage of its table.";
const VERSION = "Given back as it is.";

const PreviewAnswerInput = builder.inputType("PreviewAnswerInput", {
  description: "A made-up answer.",
  fields: (t) => ({
    question: t.string({ required: true, description: "Key of the question." }),
    part: t.string({ description: "Key of the part, for a question with parts." }),
    choice: t.string({ description: "YES, NO, UNKNOWN or the value of an option." }),
    text: t.string({ description: "Words, an ISO date or TBC." }),
    version: t.int({ required: true, description: VERSION }),
  }),
});

const PreviewCharacteristicInput = builder.inputType("PreviewCharacteristicInput", {
  description: "A made-up row about a characteristic.",
  fields: (t) => ({
    stage: t.field({ type: StageEnum, required: true, description: STAGE }),
    characteristic: t.field({ type: ProtectedCharacteristicEnum, required: true, description: "Which one." }),
    affected: t.boolean({ description: "Whether people are affected." }),
    direction: t.field({ type: ImpactDirectionEnum, description: "Which way." }),
    comments: t.string({ description: "What is expected, and why." }),
    barriers: t.string({ description: "Barriers that people may meet." }),
    version: t.int({ required: true, description: VERSION }),
  }),
});

const PreviewRightInput = builder.inputType("PreviewRightInput", {
  description: "A made-up row about a right.",
  fields: (t) => ({
    stage: t.field({ type: StageEnum, required: true, description: STAGE }),
    part: t.field({ type: RightPartEnum, required: true, description: "Where the right stands." }),
    article: t.int({ required: true, description: "Number of the article in its part." }),
    affected: t.boolean({ description: "Whether it is engaged." }),
    comments: t.string({ description: "How, and why." }),
    prescribedByLaw: t.string({ description: "Which law prescribes it." }),
    legitimateAim: t.string({ description: "Which legitimate aim it pursues." }),
    necessary: t.string({ description: "Why it is necessary." }),
    proportionate: t.string({ description: "Why it goes no further than needed." }),
    version: t.int({ required: true, description: VERSION }),
  }),
});

const PreviewActionInput = builder.inputType("PreviewActionInput", {
  description: "A made-up action of the improvement plan.",
  fields: (t) => ({
    id: t.string({ required: true, description: "Any text that names it." }),
    objective: t.string({ description: "What should get better." }),
    action: t.string({ description: "What will be done." }),
    target: t.string({ description: "What it should reach." }),
    officer: t.string({ description: "Job title of the officer responsible." }),
    due: t.field({ type: "Date", description: "By when." }),
    fromQuestion: t.string({ description: "Key of the question that obliges it." }),
  }),
});

export const FormPreviewContent = builder.inputType("FormPreviewContent", {
  description: "Made-up answers. They are read, and stored nowhere.",
  fields: (t) => ({
    answers: t.field({ type: [PreviewAnswerInput], description: "Answers. Default: none." }),
    characteristicImpacts: t.field({
      type: [PreviewCharacteristicInput],
      description: "Rows about characteristics. Default: none.",
    }),
    rightImpacts: t.field({ type: [PreviewRightInput], description: "Rows about rights. Default: none." }),
    improvementActions: t.field({
      type: [PreviewActionInput],
      description: "Actions of the improvement plan. Default: none.",
    }),
  }),
});

type Given = typeof FormPreviewContent.$inferInput;

const orNull = <Value>(value: Value | null | undefined): Value | null => value ?? null;

const NEVER_SAVED = { savedById: null, doubts: [] };

/** Made-up answers as the store would give them. */
export const previewContent = (given: Given): StoredContent => {
  const cell: SavedCell = { ...NEVER_SAVED, savedAt: new Date().toISOString() };
  return {
    answers: (given.answers ?? []).map((row) => ({
      ...cell,
      question: row.question,
      part: orNull(row.part),
      choice: orNull(row.choice),
      text: orNull(row.text),
      version: row.version,
    })),
    characteristicImpacts: (given.characteristicImpacts ?? []).map((row) => ({
      ...cell,
      stage: row.stage,
      characteristic: row.characteristic,
      affected: orNull(row.affected),
      direction: orNull(row.direction),
      comments: orNull(row.comments),
      barriers: orNull(row.barriers),
      version: row.version,
    })),
    rightImpacts: (given.rightImpacts ?? []).map((row) => ({
      ...cell,
      stage: row.stage,
      part: row.part,
      article: row.article,
      affected: orNull(row.affected),
      comments: orNull(row.comments),
      justification: {
        prescribedByLaw: orNull(row.prescribedByLaw),
        legitimateAim: orNull(row.legitimateAim),
        necessary: orNull(row.necessary),
        proportionate: orNull(row.proportionate),
      },
      version: row.version,
    })),
    improvementActions: (given.improvementActions ?? []).map((row) => ({
      ...cell,
      id: row.id,
      originId: null,
      objective: orNull(row.objective),
      action: orNull(row.action),
      target: orNull(row.target),
      officer: orNull(row.officer),
      due: orNull(row.due),
      fromQuestion: orNull(row.fromQuestion),
      version: 1,
    })),
    evidence: [],
  };
};
