/** Sentences of a text, trimmed, each run of spaces made one. Line breaks end a sentence too. */
export const splitSentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => sentence !== "");

/** Clauses of a text: what a reader takes in one go, so that "most are over 65" isn't read into the clause before it. */
export const splitClauses = (text: string): string[] =>
  splitSentences(text)
    .flatMap((sentence) => sentence.split(/[;:,] | (?:while|although|though|but|whereas) /i))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");

/** Words in lower case, without punctuation. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? [];
