import type { publishedState } from "@due-regard/database/schema/published";
import { FORMATS } from "../../register/formats.ts";
import type { EditionFacts, FileFacts } from "../../register/load-entry.ts";
import { builder } from "../../schema/builder.ts";
import { describedEnum } from "../../schema/described-enum.ts";
import { londonDay } from "../../schema/london-today.ts";

type PublishedState = (typeof publishedState.enumValues)[number];

export const PublishedStateEnum = describedEnum<PublishedState>(
  "PublishedState",
  "What became of a published assessment.",
  {
    PUBLISHED: "It stands.",
    SUPERSEDED: "Another assessment took its place: its text stays to be read.",
    WITHDRAWN: "It was taken back: its text, its title and its files are no longer given out.",
  },
);

const PublicFormatEnum = builder.enumType("PublicFormat", {
  description: "A format in which an assessment is published.",
  values: {
    HTML: {
      value: "html",
      description: "What stands within the register’s page: headings from level 2 on, no title.",
    },
    PDF: { value: "pdf", description: "Tagged PDF (PDF/UA)." },
    DOCX: { value: "docx", description: "Word document." },
    JSON: { value: "json", description: "The public copy with its seal." },
  } as const,
});

export interface NamedBody {
  code: string;
  name: string;
}

export const PublishedBodyType = builder.objectRef<NamedBody>("PublishedBody").implement({
  description: "A council or a department, as what is published names it.",
  fields: (t) => ({
    code: t.exposeString("code", {
      description: "Of a council its ONS code; of a department its name in addresses, which filters take.",
    }),
    name: t.exposeString("name", { description: "Its name on the day of publication." }),
  }),
});

export type FormatRow = FileFacts & { reference: string };

export const PublishedFormatType = builder.objectRef<FormatRow>("PublishedFormat").implement({
  description: "A file of the edition that stands, as it was approved.",
  fields: (t) => ({
    format: t.expose("format", { type: PublicFormatEnum, description: "Which format." }),
    address: t.string({
      description: "Where it can be had, without sign-in: a path on this origin.",
      resolve: ({ reference, format }) => `/register/${reference}.${format}`,
    }),
    contentType: t.string({ description: "Its media type.", resolve: ({ format }) => FORMATS[format].type }),
    sha256: t.exposeString("sha256", {
      description:
        "SHA-256 of its bytes, which the seal covers. Of JSON it is that of the copy alone, as canonical text.",
    }),
    bytes: t.int({ description: "Bytes that the fingerprint is of.", resolve: ({ size }) => size }),
  }),
});

export const PublishedEditionType = builder.objectRef<EditionFacts>("PublishedEdition").implement({
  description: "A text that was published under a reference.",
  fields: (t) => ({
    edition: t.exposeInt("edition", { description: "From 1." }),
    publishedOn: t.field({
      type: "Date",
      description: "Day on which it was published, in London.",
      resolve: ({ publishedAt }) => londonDay(new Date(publishedAt)),
    }),
    contentHash: t.exposeString("contentHash", { description: "SHA-256 of its public copy." }),
    address: t.string({
      description: "Its page in the register: a path on this origin.",
      resolve: ({ reference, edition }) => `/register/${reference}/${edition}`,
    }),
  }),
});
