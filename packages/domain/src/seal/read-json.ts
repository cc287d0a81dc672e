/** Names of members in the text of valid JSON: whatever is quoted and followed by a colon. */
const countNames = (text: string): number =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/gsu)].filter(([, colon]) => colon !== undefined).length;

const countMembers = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value).reduce((sum: number, each) => sum + countMembers(each), 0);
  return Array.isArray(value) ? inner : inner + Object.keys(value).length;
};

export type JsonRead = { json: unknown } | { fault: string };

/**
 * Reads the bytes of a sealed file. Two members of one name are no JSON that a hash could stand for (RFC 8785 is about I-JSON, RFC 7493 §2.3):
 * this program would read the second, and somebody who opens the file the first.
 */
export const readSealedJson = (bytes: Uint8Array): JsonRead => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const json: unknown = JSON.parse(text);
    return countNames(text) === countMembers(json)
      ? { json }
      : {
          fault:
            "Something stands in the file twice under one name, so it can be read in two ways: it was changed.",
        };
  } catch {
    return { fault: "The file is not JSON in UTF-8, so it is no sealed assessment, or it was damaged." };
  }
};
