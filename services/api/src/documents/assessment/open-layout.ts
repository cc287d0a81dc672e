import type { Block, HeadingLevel } from "@due-regard/document/document";
import type { AssessmentContent, PinnedEvidence } from "@due-regard/domain/ehria/content";
import { placePath } from "@due-regard/domain/ehria/form/completeness";
import { countingContent, type FormReading, readForm } from "@due-regard/domain/ehria/form/visibility";
import type { AssessmentRecord } from "./assessment-record.ts";
import type { SHOWS } from "./audiences.ts";

/** What every part of the document works with. */
export interface Layout {
  record: AssessmentRecord;
  shows: (typeof SHOWS)[keyof typeof SHOWS];
  reading: FormReading;
  /** What counts of the content, and may be shown. */
  counting: AssessmentContent;
  /** What is cited, in the order in which it is numbered in the document, from 1. */
  evidence: readonly PinnedEvidence[];
}

/** Reads the form with its content: what is asked as things stand. Answers that don't count have no way into the document. */
export const openLayout = (record: AssessmentRecord, shows: Layout["shows"]): Layout => {
  const reading = readForm(record.template, record.content);
  const counting = countingContent(reading);
  const withheld = record.template.questions.filter((question) => !shows.question(question));
  const evidence = counting.evidence.filter(({ question }) => !withheld.some(({ key }) => key === question));
  return { record, shows, reading, counting, evidence };
};

/** What the source leaves uncertain, and where words were copied from, for those who work on it. */
export const notesAbout = ({ record, shows }: Layout, question: string, part: string | null): string[] => {
  if (!shows.workings) return [];
  const path = placePath({ section: null, question, part, field: null });
  const doubts = record.doubts.get(path) ?? [];
  return [...doubts.map((doubt) => `Doubt about the source: ${doubt}`), ...(record.origins.get(path) ?? [])];
};

export const heading = (level: HeadingLevel, text: string): Block => ({ kind: "heading", level, text });
export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const quiet = (text: string): Block => ({ kind: "paragraph", text, quiet: true });
