import { type Html, html } from "../pages/html.ts";
import type { EventKind, RegisterEvent } from "./list-events.ts";
import { REGISTER_TITLE } from "./words.ts";

/** Events that the feed tells: readers ask it often, and keep what it told before. */
export const FEED_EVENTS = 50;

const WORDS: Record<EventKind, (event: RegisterEvent) => string> = {
  PUBLISHED: ({ title, reference }) => `Published: ${title ?? `${reference} (withdrawn since)`}`,
  NEW_EDITION: ({ title, reference, edition }) =>
    `Edition ${edition} published: ${title ?? `${reference} (withdrawn since)`}`,
  SUPERSEDED: ({ title, reference }) => `Superseded: ${title ?? reference}`,
  WITHDRAWN: ({ reference }) => `Withdrawn: ${reference}`,
};

/** Where the event can be read: an edition at its own address, the end of an entry at the entry's. */
const pathOf = ({ kind, reference, edition }: RegisterEvent): string =>
  kind === "PUBLISHED" || kind === "NEW_EDITION"
    ? `/register/${reference}/${edition}`
    : `/register/${reference}`;

/** What happened in the register, as an Atom feed (RFC 4287): one entry for each event, whose id never changes. */
export const writeFeed = (events: readonly RegisterEvent[], baseUrl: string): string => {
  const updated =
    events
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? "1970-01-01T00:00:00.000Z";
  return `<?xml version="1.0" encoding="utf-8"?>\n${
    html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>${baseUrl}/register</id>
<title>${REGISTER_TITLE}</title>
<updated>${updated}</updated>
<author><name>Due Regard public register</name></author>
<link rel="self" type="application/atom+xml" href="${baseUrl}/register/feed.atom"/>
<link rel="alternate" type="text/html" href="${baseUrl}/register"/>
${events.map((event) => entryOf(event, baseUrl))}
</feed>
`.text
  }`;
};

const entryOf = (event: RegisterEvent, baseUrl: string): Html => {
  const { kind, reference, edition, at, updatedAt, organisation, department, notice } = event;
  const address = `${baseUrl}${pathOf(event)}`;
  const summary = [
    `${reference}, edition ${edition}. ${department}, ${organisation}.`,
    ...(notice === null ? [] : [notice]),
  ];
  return html`<entry>
<id>${kind === "PUBLISHED" || kind === "NEW_EDITION" ? address : `${address}#${kind.toLowerCase()}`}</id>
<title>${WORDS[kind](event)}</title>
<published>${at}</published>
<updated>${updatedAt}</updated>
<author><name>${organisation}</name></author>
<link rel="alternate" type="text/html" href="${address}"/>
<category term="${kind.toLowerCase().replace("_", "-")}"/>
<summary>${summary.join(" ")}</summary>
</entry>
`;
};
