import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OWN_STYLESHEET } from "./page-layout.ts";

const LINK = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;

/**
 * The stylesheets for pages that the server draws: those that the built client's own page names (their names carry a
 * hash), so that both look alike; our own small one when the client is not built.
 */
export const findStylesheets = (clientDir: string): readonly string[] => {
  try {
    const page = readFileSync(join(clientDir, "index.html"), "utf8");
    const found = [...page.matchAll(LINK)].flatMap(([link]) => /\bhref="([^"]+)"/.exec(link)?.[1] ?? []);
    return found.length > 0 ? found : [OWN_STYLESHEET];
  } catch {
    return [OWN_STYLESHEET];
  }
};
