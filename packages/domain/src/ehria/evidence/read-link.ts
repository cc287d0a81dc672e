import { z } from "zod";
import { invalid, ok, type Result } from "../../result.ts";

/** The messages below, and the page, say the figure. */
export const LINK_LIMITS = { characters: 2_000 } as const;

export interface Link {
  /** As it is stored: scheme and host in lower case, without a default port. */
  url: string;
  /** Who it leads to, for people: “www.gov.uk”. A name in other letters than Latin is shown in its ASCII form. */
  host: string;
}

/** The day on which somebody looked at a page: the evidence speaks for that day, so it can't lie ahead. Both are ISO dates. */
export const checkSeenOn = (seenOn: string, today: string): Result<string> =>
  seenOn > today
    ? invalid([
        { path: "seenOn", message: "Give the day on which you looked at the page: today or earlier." },
      ])
    : ok(seenOn);

const address = z.url({ protocol: /^https?$/, normalize: true });

const problem = (message: string): Result<never> => invalid([{ path: "url", message }]);

/** Reads the address of a web page. Nobody follows it here: it is shown, with its host, to those who may read it. */
export const readLink = (text: string): Result<Link> => {
  const typed = text.trim();
  if (/[\s\p{Cc}\p{Cf}]/u.test(typed) || typed === "")
    return problem(
      "Give the whole address of the page, without spaces, such as https://www.gov.uk/guidance.",
    );
  const read = address.safeParse(typed);
  if (!read.success) return problem("Give a whole web address that starts with https:// or http://.");
  const url = read.data;
  const [, authority = ""] = /^https?:\/\/([^/?#]*)/.exec(url) ?? [];
  if (authority.includes("@"))
    return problem("Leave out the name and password before the @: everybody who reads this would see them.");
  if (authority === "") return problem("Give a whole web address that starts with https:// or http://.");
  return url.length > LINK_LIMITS.characters
    ? problem("The address is longer than 2,000 characters. Cite a shorter one.")
    : ok({ url, host: authority });
};
