import { type Html, html } from "@due-regard/api/pages/html";
import type { Message } from "./mailer.ts";

/** One notice as an email tells it: its line, and the whole address of its page. */
export interface EmailLine {
  words: string;
  url: string;
}

export interface EmailParts {
  id: string;
  to: string;
  lines: readonly EmailLine[];
  isDigest: boolean;
  /** Where the person says what they want to be sent. */
  preferencesUrl: string;
}

const DIGEST = "What is new for you in Due Regard:";
const WHY = "You get this because you use Due Regard. To say what you are sent:";
const REPLY = "Nobody reads replies to this address.";

/** What an email says: titles and links, and nothing that anybody wrote. No pictures, and nothing that tells who read it. */
export const composeEmail = (parts: EmailParts): Message => ({
  id: parts.id,
  to: parts.to,
  subject: subjectOf(parts),
  text: textOf(parts),
  html: htmlOf(parts).text,
});

const textOf = ({ lines, isDigest, preferencesUrl }: EmailParts): string =>
  [
    ...(isDigest ? [DIGEST] : []),
    ...lines.map(({ words, url }) => `${words}\n${url}`),
    `-- \n${WHY}\n${preferencesUrl}\n${REPLY}\n`,
  ].join("\n\n");

const linkTo = (url: string): Html => html`<a href="${url}">${url}</a>`;

const htmlOf = (parts: EmailParts): Html => {
  const { lines, isDigest, preferencesUrl } = parts;
  const notices = lines.map(({ words, url }) => html`<p>${words}<br>${linkTo(url)}</p>`);
  return html`<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${subjectOf(parts)}</title></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5">
${isDigest ? html`<p>${DIGEST}</p>` : null}
${notices}
<hr>
<p>${WHY} ${linkTo(preferencesUrl)}<br>${REPLY}</p>
</body>
</html>`;
};

const LONGEST_SUBJECT = 150;

const subjectOf = ({ lines, isDigest }: EmailParts): string => {
  const words = isDigest
    ? `Due Regard: ${lines.length === 1 ? "one notice" : `${lines.length} notices`} for you`
    : (lines[0]?.words ?? "Due Regard");
  // A line break would end the subject and begin another header.
  const line = words.replace(/\s+/g, " ");
  return line.length > LONGEST_SUBJECT ? `${line.slice(0, LONGEST_SUBJECT - 1)}…` : line;
};
