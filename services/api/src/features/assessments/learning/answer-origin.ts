import { type COPY_STATES, type CopyState, copyStates } from "@due-regard/domain/ehria/copying/copied-text";
import { builder } from "../../../schema/builder.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { UserType } from "../../people/user.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import type { CopyRow } from "../load-body.ts";

interface Origin {
  row: CopyRow;
  state: CopyState;
}

/** Where words of an answer were copied from, with what has become of them. */
export const originsOf = (
  copies: readonly CopyRow[],
  { question, part, text }: { question: string; part: string | null; text: string | null },
): Origin[] => {
  const own = copies.filter((row) => row.question === question && row.part === (part ?? ""));
  const states = copyStates(
    text,
    own.map((row) => row.text),
  );
  return own.map((row, index) => ({ row, state: states[index] ?? "GONE" }));
};

const CopyStateEnum = describedEnum<CopyState>("CopyState", "What has become of words that were copied.", {
  UNCHANGED: "The answer says them and nothing of its own.",
  KEPT: "They stand as they were, beside other words.",
  CHANGED: "Some of them stand, others were changed.",
  GONE: "Nothing is left of them.",
} satisfies Record<(typeof COPY_STATES)[number], string>);

export const AnswerOriginType = builder.objectRef<Origin>("AnswerOrigin").implement({
  description:
    "Where words of an answer were copied from: what another assessment answered to the same question. No part of what is signed.",
  fields: (t) => ({
    assessment: t.field({
      type: AssessmentType,
      nullable: true,
      description: "The assessment that they come from. Null: you may not see it.",
      resolve: ({ row }) => row.fromAssessmentId,
    }),
    revision: t.int({
      description: "The revision of it that said them.",
      resolve: ({ row }) => row.fromRevision,
    }),
    state: t.expose("state", { type: CopyStateEnum, description: "What has become of them here." }),
    copiedAt: t.field({
      type: "DateTime",
      description: "When they were copied.",
      resolve: ({ row }) => row.copiedAt,
    }),
    copiedBy: t.field({
      type: UserType,
      description: "Who copied them.",
      resolve: ({ row }) => row.copiedById,
    }),
  }),
});
