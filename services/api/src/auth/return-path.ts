/** Only there so that a path can be resolved; it never shows. */
const PLACEHOLDER_ORIGIN = "http://here.invalid";
const LONGEST = 2_000;

/**
 * Where to go after signing in: a path on our own origin, else "/". Anything that a browser could read as another
 * place ("//evil.example", "/\evil.example", "https:…", control characters) is refused, so that a link to our sign-in
 * page can't be used to send people elsewhere. Paths under /auth are refused too: they would only loop.
 */
export const safeReturnPath = (wanted: unknown): string => {
  if (typeof wanted !== "string" || wanted.length > LONGEST || !/^\/(?![/\\])[!-~]*$/.test(wanted))
    return "/";
  if (wanted.includes("\\") || !URL.canParse(wanted, PLACEHOLDER_ORIGIN)) return "/";
  const url = new URL(wanted, PLACEHOLDER_ORIGIN);
  // Dots are resolved first: "/.//evil.example" becomes "//evil.example".
  if (url.origin !== PLACEHOLDER_ORIGIN || url.pathname.startsWith("//")) return "/";
  if (url.pathname === "/auth" || url.pathname.startsWith("/auth/")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
};
