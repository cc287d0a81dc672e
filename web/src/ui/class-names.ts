/** Joins the class names that apply. */
export const classNames = (...names: (string | false | null | undefined)[]): string =>
  names.filter((name): name is string => typeof name === "string" && name !== "").join(" ");
