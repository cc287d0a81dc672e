import { plainWord } from "./detect/names.ts";

/** Names stand small in addresses. */
const ADDRESS = /\S*(?:@|:\/\/|www\.)\S*/gu;

/**
 * Words that are nobody's name in these texts: those that public texts (the form, the law, names of councils) have, and those that are
 * also written in small letters here.
 */
export const ordinaryWords = (publicTexts: readonly string[], texts: readonly string[]): Set<string> => {
  const words = new Set<string>();
  const add = (text: string, pattern: RegExp): void => {
    for (const [word] of text.matchAll(pattern)) words.add(plainWord(word));
  };
  for (const text of publicTexts) add(text, /[\p{L}\p{N}'’]+/gu);
  for (const text of texts) add(text.replace(ADDRESS, " "), /(?<![\p{L}\p{N}'’])\p{Ll}[\p{L}'’]+/gu);
  return words;
};
