import type { Problem } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";

/** As the server has it (template-file.ts): a file that is too long is told so before it is sent. */
export const MOST_CHARACTERS = 600_000;

export const checkText = (text: string): FieldError[] => {
  if (text.trim() === "") return [{ field: "file", message: "Choose a file with a form, or paste one" }];
  if (text.length <= MOST_CHARACTERS) return [];
  const most = MOST_CHARACTERS.toLocaleString("en-GB");
  return [
    {
      field: "file",
      message: `This has ${text.length.toLocaleString("en-GB")} characters, and a form has up to ${most}`,
    },
  ];
};

/** The key that a file names its form by. Empty: it names none. */
export const keyInText = (text: string): string => {
  try {
    const { key } = JSON.parse(text) as { key?: unknown };
    return typeof key === "string" ? key : "";
  } catch {
    return "";
  }
};

/** Each problem with its place in the file; a key that was typed beside it is a field of its own. */
export const problemErrors = (problems: readonly Problem[]): FieldError[] =>
  problems.map(({ path, message }) => ({
    field: "document",
    message: path === "" || path === "document" ? message : `${path}: ${message}`,
  }));
