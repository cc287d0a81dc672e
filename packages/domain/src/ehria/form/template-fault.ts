import type { Problem } from "../../result.ts";

/** Something that keeps a template from being published: where it is, what is wrong, and what puts it right. */
export interface TemplateFault extends Problem {
  /** Keys of the section or the question that it is about. Both null: the form as a whole. */
  section: string | null;
  question: string | null;
  remedy: string;
}

/** "questions.who.condition" is about question "who". Keys hold no dots. */
export const templateFault = (path: string, message: string, remedy: string): TemplateFault => {
  const [list, key = null] = path.split(".");
  return {
    path,
    message,
    remedy,
    section: list === "sections" ? key : null,
    question: list === "questions" ? key : null,
  };
};

export const questionPath = (key: string, field: string): string => `questions.${key}.${field}`;
