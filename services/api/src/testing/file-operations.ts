import { SCOPES, type Scope } from "@due-regard/domain/access/roles";
import { createToken } from "../auth/tokens.ts";
import { HOME_CARE } from "./home-care.ts";
import type { Ask } from "./test-api.ts";
import type { TestApp } from "./test-app.ts";

// biome-ignore lint/suspicious/noExplicitAny: JSON as it came
type Loose = any;

type Headers = Record<string, string>;

const LEAD = "lead.officer@example.org";

/** Sending and fetching files as a program does: as the lead officer of the home care draft, where nothing else is said. */
export const fileOperations = (app: () => TestApp) => {
  const tokenOf = async (email: string, scopes: readonly Scope[] = SCOPES): Promise<Headers> => {
    const made = await createToken(app().database.db, { email, scopes, days: 1 });
    if (!made.ok) throw new Error("No token was made");
    return { authorization: `Bearer ${made.value.token}`, accept: "application/json" };
  };
  const upload = async (
    body: string | Buffer,
    query: Record<string, string> = {},
    headers?: Headers,
  ): Promise<{ status: number; body: Loose }> => {
    const place = { assessment: HOME_CARE, place: "policy-change", name: "survey.pdf" };
    const address = `${app().baseUrl}/files?${new URLSearchParams({ ...place, ...query })}`;
    const response = await fetch(address, {
      method: "POST",
      body,
      headers: headers ?? (await tokenOf(LEAD)),
    } as unknown as RequestInit);
    return { status: response.status, body: await response.json() };
  };
  const download = async (id: string, headers?: Headers): Promise<Response> =>
    await fetch(`${app().baseUrl}/files/${id}`, {
      headers: headers ?? (await tokenOf(LEAD)),
      redirect: "manual",
    });
  const ask: Ask = async (query, variables) => {
    const browser = app().openBrowser();
    const response = await browser.postJson("/graphql", { query, variables }, await tokenOf(LEAD));
    const { data, errors = [] } = (await response.json()) as Loose;
    return { data, errors };
  };
  return { tokenOf, upload, download, ask };
};

/** How much is kept of what was sent. */
export const countFiles = async ({ database }: TestApp): Promise<Loose> => {
  const [row] = await database.sql`select
    (select count(*)::int from file_contents) as contents, (select count(*)::int from evidence_files) as files,
    (select count(*)::int from evidence_links) as links`;
  return row;
};
