/**
 * Numbers that look random and are the same on every machine: whole-number arithmetic alone, no state, so that any figure can
 * be made without those before it.
 */
export const hash = (...parts: readonly number[]): number => {
  let mixed = 0x9e3779b9;
  for (const part of parts) {
    mixed = Math.imul(mixed ^ part, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return mixed >>> 0;
};

/** From 0 up to, but not including, 1. */
export const fraction = (...parts: readonly number[]): number => hash(...parts) / 4_294_967_296;

/** From −1 to 1, mostly near nought: the mean of three. */
export const deviation = (...parts: readonly number[]): number => {
  const sum = fraction(...parts, 1) + fraction(...parts, 2) + fraction(...parts, 3);
  return (sum / 3) * 2 - 1;
};

/** A text as a number, for mixing. */
export const hashText = (text: string): number =>
  hash(...[...text].map((letter) => letter.codePointAt(0) ?? 0));
