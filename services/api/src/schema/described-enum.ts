import { builder } from "./builder.ts";

/** An enumeration of the domain: the compiler asks for a description of every word, and for no other word. */
export const describedEnum = <Value extends string>(
  name: string,
  description: string,
  values: Record<Value, string>,
) => {
  const config = Object.fromEntries(
    Object.entries<string>(values).map(([value, meaning]) => [
      value,
      { value: value as Value, description: meaning },
    ]),
  ) as Record<Value, { value: Value; description: string }>;
  return builder.enumType(name, { description, values: config });
};
