import { isWritten } from "../content.ts";
import { TO_BE_CONFIRMED } from "./kinds/date-or-tbc.ts";
import { readPeople } from "./kinds/people.ts";
import { type QuestionMeaning, questionMeaning } from "./template.ts";
import type { FormReading } from "./visibility.ts";

/** The key details, which are answers like any other, by what they mean. Null: not answered. */
export interface AssessmentDetails {
  title: string | null;
  department: string | null;
  /** Job titles, separated by semicolons. */
  leadOfficer: string | null;
  telephone: string | null;
  /** Job titles, separated by semicolons. */
  implementingOfficer: string | null;
  /** ISO dates. */
  startedOn: string | null;
  /** Null also while it is to be confirmed. */
  completedOn: string | null;
  isCompletedToBeConfirmed: boolean;
}

export const readDetails = (reading: FormReading): AssessmentDetails => {
  const textOf = (meaning: QuestionMeaning): string | null => {
    const question = questionMeaning(reading.template, meaning);
    const text = question === null ? null : reading.cells.answer(question.key, null)?.text;
    return isWritten(text) ? text : null;
  };
  const peopleOf = (meaning: QuestionMeaning): string | null =>
    readPeople(textOf(meaning)).join("; ") || null;
  const completed = textOf("COMPLETED_ON");
  return {
    title: textOf("TITLE"),
    department: textOf("DEPARTMENT"),
    leadOfficer: peopleOf("LEAD_OFFICER"),
    telephone: textOf("TELEPHONE"),
    implementingOfficer: peopleOf("IMPLEMENTING_OFFICER"),
    startedOn: textOf("STARTED_ON"),
    completedOn: completed === TO_BE_CONFIRMED ? null : completed,
    isCompletedToBeConfirmed: completed === TO_BE_CONFIRMED,
  };
};
