import type { PublicRegister } from "@due-regard/database/public-register";
import { GraphQLError } from "graphql";
import { countEntries, findReferences, hasWords } from "../../register/find-entries.ts";
import { loadCurrent } from "../../register/load-entry.ts";
import { LONGEST_TEXT, NO_FILTER, type RegisterFilter, readText } from "../../register/register-question.ts";
import { builder } from "../../schema/builder.ts";
import { ProtectedCharacteristicEnum } from "../../schema/ehria-enums.ts";
import { pageOf } from "../../schema/page.ts";
import { AssessmentType } from "../assessments/assessment-type.ts";
import { PublishedStateEnum } from "./published-parts.graphql.ts";
import {
  PublishedAssessmentPage,
  PublishedAssessmentType,
  type PublishedRow,
  registerOf,
} from "./published-type.ts";

const PublishedAssessmentFilter = builder.inputType("PublishedAssessmentFilter", {
  description: "Which published assessments. Every condition given must hold.",
  fields: (t) => ({
    search: t.string({
      description: `Words of its text: all of them, “phrases in quotes”, or, -without; or its reference. At most ${LONGEST_TEXT} characters.`,
    }),
    department: t.string({
      description: "Of the department with this name in addresses, such as adults-and-communities.",
    }),
    characteristic: t.field({
      type: ProtectedCharacteristicEnum,
      description: "That say people with this characteristic are affected.",
    }),
    year: t.int({ description: "Whose edition that stands was published in this calendar year, in London." }),
    organisation: t.string({ description: "Of the council with this ONS code, such as E10000018." }),
    state: t.field({
      type: PublishedStateEnum,
      required: true,
      defaultValue: "PUBLISHED",
      description: "In this state. What was withdrawn is found neither by words nor by characteristic.",
    }),
  }),
});

type Given = typeof PublishedAssessmentFilter.$inferInput | null | undefined;

const refuse = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
};

const readSearch = async (
  register: PublicRegister,
  search: string | null | undefined,
): Promise<string | null> => {
  const { text, unread } = readText(search ?? "");
  if (unread.length > 0) refuse(`Search for at most ${LONGEST_TEXT} characters.`);
  if (text !== null && !(await hasWords(register, text)))
    refuse("That search holds no word that can be looked for: words such as “the”, and signs, are left out.");
  return text;
};

const readFilter = async (register: PublicRegister, given: Given): Promise<RegisterFilter> => {
  const { search, department, characteristic, year, organisation, state } = given ?? {};
  return {
    text: await readSearch(register, search),
    department: department ?? null,
    characteristic: characteristic ?? null,
    year: year ?? null,
    organisation: organisation ?? null,
    state: state ?? NO_FILTER.state,
  };
};

/** A page of what the register finds, in its order. */
const findRows = async (
  register: PublicRegister,
  filter: RegisterFilter,
  page: { limit: number; offset: number },
): Promise<PublishedRow[]> => {
  const references = await findReferences(register, filter, page);
  const rows = references.length === 0 ? [] : await loadCurrent(register, references);
  return references.flatMap((reference) => rows.find(({ entry }) => entry.reference === reference) ?? []);
};

builder.queryFields((t) => ({
  publishedAssessments: t.connection(
    {
      type: PublishedAssessmentType,
      description:
        "What stands in the public register, without sign-in: the best match first where words are searched for, else what was published last.",
      args: {
        filter: t.arg({
          type: PublishedAssessmentFilter,
          description: "Which ones. Default: all that stand.",
        }),
      },
      resolve: async (_root, { filter, ...page }, context) => {
        const register = registerOf(context);
        const read = await readFilter(register, filter);
        return await pageOf(page, {
          rows: (limit, offset) => findRows(register, read, { limit, offset }),
          count: () => countEntries(register, read),
        });
      },
    },
    ...PublishedAssessmentPage,
  ),
  publishedAssessment: t.field({
    type: PublishedAssessmentType,
    nullable: true,
    description:
      "What stands in the public register under this reference, without sign-in. Null when nothing is published under it, whether or not there is such an assessment.",
    args: { reference: t.arg.string({ required: true, description: "Such as EHRIA-2026-0007." }) },
    resolve: (_root, { reference }) =>
      readText(reference).unread.length > 0 ? null : (readText(reference).text ?? null),
  }),
}));

builder.objectField(AssessmentType, "published", (t) =>
  t.field({
    type: PublishedAssessmentType,
    nullable: true,
    description: "What the public register has of it. Null: nothing has been published.",
    resolve: ({ reference }) => reference,
  }),
);
