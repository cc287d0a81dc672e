import type { FormQuestion } from "@due-regard/domain/ehria/form/template";
import type { DocumentPerson } from "./assessment-record.ts";

/** For whom a document is made. */
export const AUDIENCES = ["COLLEAGUES", "PUBLIC"] as const;
export type Audience = (typeof AUDIENCES)[number];

interface Shows {
  /** Whether this question's answer may be shown at all. */
  question: (question: FormQuestion) => boolean;
  person: (person: DocumentPerson) => string;
  /** Contributors, doubts about the source, what the checker found: how the text came about. */
  workings: boolean;
}

/**
 * What each may see, as far as a document can tell: a second lock. The first is that a public record is gathered field by
 * field and depersonalised before it comes here (design/domain.md, "Depersonalised publication").
 */
export const SHOWS: Record<Audience, Shows> = {
  COLLEAGUES: {
    question: () => true,
    person: ({ name, jobTitle }) => `${name}, ${jobTitle}`,
    workings: true,
  },
  PUBLIC: {
    question: ({ publication }) => publication !== "WITHHOLD",
    person: ({ jobTitle }) => jobTitle,
    workings: false,
  },
};
