import { GraphQLError } from "graphql";
import type { ApiContext } from "../../context.ts";
import { html } from "../../pages/html.ts";
import { listCurrentFiles, listEditions, loadCurrentTexts } from "../../register/load-entry.ts";
import { inOrder } from "../../register/words.ts";
import { ProtectedCharacteristicEnum } from "../../schema/ehria-enums.ts";
import { groupLoader } from "../../schema/group-loader.ts";
import { londonDay } from "../../schema/london-today.ts";
import {
  type FormatRow,
  PublishedBodyType,
  PublishedEditionType,
  PublishedFormatType,
  PublishedStateEnum,
} from "./published-parts.graphql.ts";
import { PublishedAssessmentType, type PublishedRow, registerOf } from "./published-type.ts";

const isWithdrawn = ({ entry }: PublishedRow): boolean => entry.state === "WITHDRAWN";
const dayOf = (instant: string): string => londonDay(new Date(instant));

const editionsOf = groupLoader(
  (context, references) => listEditions(registerOf(context), references),
  ({ reference }) => reference,
);

const filesOf = groupLoader<FormatRow>(
  (context, references) => listCurrentFiles(registerOf(context), references),
  ({ reference }) => reference,
);

const textsOf = groupLoader(
  (context, references) => loadCurrentTexts(registerOf(context), references),
  ({ reference }) => reference,
);

/** Texts that one request may ask for: anybody may, and each may be long. */
export const MOST_TEXTS = 50;
const asked = new WeakMap<ApiContext, number>();

const countText = (context: ApiContext): void => {
  const before = asked.get(context) ?? 0;
  if (before >= MOST_TEXTS) {
    const message = `Ask for at most ${MOST_TEXTS} texts (html) at a time: take smaller pages.`;
    throw new GraphQLError(message, { extensions: { code: "LIMIT_EXCEEDED" } });
  }
  asked.set(context, before + 1);
};

const textOf = async (context: ApiContext, row: PublishedRow): Promise<string> => {
  if (isWithdrawn(row)) return html`<p class="govuk-body">${row.entry.notice}</p>`.text;
  countText(context);
  const [found] = await textsOf(context, row.entry.reference);
  return found?.text ?? "";
};

PublishedAssessmentType.implement({
  description:
    "An assessment in the public register, as anybody may read it: its depersonalised copy, as two people approved it. No sign-in is needed.",
  fields: (t) => ({
    reference: t.string({
      description: "Such as EHRIA-2026-0007.",
      resolve: ({ entry }) => entry.reference,
    }),
    title: t.string({
      description: "Name of the policy that was assessed. Withdrawn: that it was, and its reference.",
      resolve: (row) => (isWithdrawn(row) ? `Withdrawn: ${row.entry.reference}` : row.edition.title),
    }),
    state: t.field({
      type: PublishedStateEnum,
      description: "Whether it stands.",
      resolve: ({ entry }) => entry.state,
    }),
    edition: t.int({
      description:
        "The edition that stands, or stood last: each text that is published under a reference is one.",
      resolve: ({ entry }) => entry.edition,
    }),
    organisation: t.field({
      type: PublishedBodyType,
      description: "The council.",
      resolve: ({ entry }) => ({ code: entry.organisationCode, name: entry.organisation }),
    }),
    department: t.field({
      type: PublishedBodyType,
      description: "The department that it belongs to.",
      resolve: ({ entry }) => ({ code: entry.departmentSlug, name: entry.department }),
    }),
    publishedOn: t.field({
      type: "Date",
      description: "Day on which this edition was published, in London.",
      resolve: ({ edition }) => dayOf(edition.publishedAt),
    }),
    firstPublishedOn: t.field({
      type: "Date",
      description: "Day on which its first edition was published, in London.",
      resolve: ({ entry }) => dayOf(entry.firstPublishedAt),
    }),
    completedOn: t.field({
      type: "Date",
      description: "Day on which the assessment was completed.",
      resolve: ({ edition }) => edition.completedOn,
    }),
    characteristics: t.field({
      type: [ProtectedCharacteristicEnum],
      description: "Characteristics whose people it says are affected, for better or worse. Withdrawn: none.",
      resolve: (row) => (isWithdrawn(row) ? [] : inOrder(row.edition.characteristics)),
    }),
    html: t.string({
      description: `What it says, as HTML that can stand within a page: headings from level 2 on, no script, no style. Withdrawn: the notice. At most ${MOST_TEXTS} in one request.`,
      resolve: (row, _args, context) => textOf(context, row),
    }),
    contentHash: t.string({
      description: "SHA-256 of the public copy (RFC 8785), which the seal covers.",
      resolve: ({ edition }) => edition.contentHash,
    }),
    formats: t.field({
      type: [PublishedFormatType],
      description: "The files of this edition. Withdrawn: none.",
      resolve: async (row, _args, context) =>
        isWithdrawn(row) ? [] : await filesOf(context, row.entry.reference),
    }),
    editions: t.field({
      type: [PublishedEditionType],
      description: "Every edition, the first first.",
      resolve: (row, _args, context) => editionsOf(context, row.entry.reference),
    }),
    notice: t.string({
      nullable: true,
      description: "Why it was superseded or withdrawn, in words for the public. Null: it stands.",
      resolve: ({ entry }) => entry.notice,
    }),
    supersededBy: t.field({
      type: PublishedAssessmentType,
      nullable: true,
      description: "What took its place. Null: nothing did, or it is not in the register.",
      resolve: ({ entry }) => entry.supersededBy,
    }),
    supersededOn: t.field({
      type: "Date",
      nullable: true,
      description: "Day on which it was superseded, in London. Null: it wasn't.",
      resolve: ({ entry }) => (entry.state === "SUPERSEDED" ? dayOf(entry.changedAt) : null),
    }),
    withdrawnOn: t.field({
      type: "Date",
      nullable: true,
      description: "Day on which it was withdrawn, in London. Null: it wasn't.",
      resolve: ({ entry }) => (entry.state === "WITHDRAWN" ? dayOf(entry.changedAt) : null),
    }),
    address: t.string({
      description: "Its page in the register: a path on this origin.",
      resolve: ({ entry }) => `/register/${entry.reference}`,
    }),
  }),
});
