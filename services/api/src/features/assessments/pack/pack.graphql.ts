import {
  type ImplicationsPart,
  implicationsText,
  type SignedReference,
} from "@due-regard/domain/ehria/implications/write-implications";
import { badInput } from "../../../schema/bad-input.ts";
import { builder } from "../../../schema/builder.ts";
import { AssessmentFilter, readFilter } from "../assessment-filter.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import { type CommitteePack, loadPack, MOST_IN_PACK } from "./load-pack.ts";

const PartType = builder.objectRef<ImplicationsPart>("ImplicationsPart").implement({
  description: "One part of the paragraphs on equality and human rights.",
  fields: (t) => ({
    heading: t.exposeString("heading", {
      nullable: true,
      description: "What it is about. Null: it stands under the title itself.",
    }),
    paragraphs: t.exposeStringList("paragraphs", { description: "In order." }),
  }),
});

const SignedReferenceType = builder.objectRef<SignedReference>("SignedReference").implement({
  description: "A signed assessment that the paragraphs rest on.",
  fields: (t) => ({
    reference: t.exposeString("reference", { description: "Such as EHRIA-2026-0007." }),
    title: t.exposeString("title", { description: "What was assessed." }),
    details: t.exposeStringList("details", {
      description: "Its revision, its fingerprint, and where the public reads it.",
    }),
  }),
});

const CommitteePackType = builder.objectRef<CommitteePack>("CommitteePack").implement({
  description:
    "“Equality and human rights implications” of a committee report, by rule from signed assessments. It holds no name of anybody: titles of jobs alone.",
  fields: (t) => ({
    parts: t.field({
      type: [PartType],
      description: "The paragraphs.",
      resolve: ({ implications }) => implications.parts,
    }),
    references: t.field({
      type: [SignedReferenceType],
      description: "What they rest on.",
      resolve: ({ implications }) => implications.references,
    }),
    text: t.string({
      description: "All of it as one text, to copy into a report.",
      resolve: ({ implications }) => implicationsText(implications),
    }),
    assessments: t.field({
      type: [AssessmentType],
      description: "Those that it is about, by reference.",
      resolve: ({ heads }) => heads,
    }),
    leftOut: t.field({
      type: [AssessmentType],
      description: "Those that fit, that you may see, and that are not signed off: nothing is said of them.",
      resolve: ({ leftOut }) => leftOut,
    }),
  }),
});

builder.queryField("committeePack", (t) =>
  t.field({
    type: CommitteePackType,
    description: `What a committee report says of equality and human rights, from at most ${MOST_IN_PACK} signed assessments.`,
    args: {
      filter: t.arg({
        type: AssessmentFilter,
        required: true,
        description:
          "Which assessments. Those listed by reference come also where they were withdrawn or replaced since, and it is said; otherwise those signed off and in force. An empty filter: none.",
      }),
    },
    resolve: async (_root, { filter }, { db, viewer, baseUrl = "" }) => {
      const pack = await loadPack(db, viewer, readFilter(filter), { baseUrl });
      if (!pack.ok) throw badInput(pack.failure);
      return pack.value;
    },
  }),
);
