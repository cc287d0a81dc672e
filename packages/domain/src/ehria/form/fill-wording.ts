/**
 * A template's text with the council's own words put in: "{{council}}" becomes what `wording` says.
 * A word that the template doesn't define stays as it is, so that a mistake shows instead of vanishing.
 */
export const fillWording = (text: string, wording: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (token, word: string) =>
    Object.hasOwn(wording, word) ? (wording[word] ?? token) : token,
  );
