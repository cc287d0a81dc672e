const DECIMAL = /^-?\d+(\.\d+)?$/;

export type ReadNumber = { value: string | null; problem: null } | { value: null; problem: string };

/**
 * A number as people type it: "107,800", "46.7%", "£1 200". Its noughts stay, because precision is part of a figure.
 * Nothing typed is no number.
 */
export const readNumber = (typed: string): ReadNumber => {
  const text = typed.trim().replace(/^£/, "").replace(/%$/, "").replace(/[,\s]/g, "");
  if (text === "") return { value: null, problem: null };
  if (DECIMAL.test(text)) return { value: text, problem: null };
  return { value: null, problem: "must be a number, such as 107800 or 46.7" };
};

/** The number that was typed; null where there is none, or none that can be read. */
export const numberOrNull = (typed: string): string | null => readNumber(typed).value;
