/** A key that names one intended write, so that sending it twice has the effect of sending it once. Works without https too. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
