import { SCOPES } from "@due-regard/domain/access/roles";
import { type Command, InvalidArgumentError } from "commander";
import { createToken, type ListedToken, listTokens, revokeToken } from "../auth/tokens.ts";
import { unwrapResult } from "./unwrap-result.ts";
import { withDatabase } from "./with-database.ts";

const DEFAULT_DAYS = 90;

/** `token create`, `token list` and `token revoke`: personal access tokens for the API. */
export function addTokenCommands(program: Command): void {
  const group = program.command("token").description("personal access tokens for the API");
  group
    .command("create")
    .description("make a token and print it, this once")
    .requiredOption("--user <email>", "whose token it is")
    .requiredOption("--scope <scope...>", `what it may be used for: ${SCOPES.join(", ")}`)
    .option("--days <number>", "days until it expires", parseDays, DEFAULT_DAYS)
    .action(create);
  group
    .command("list")
    .description("show tokens, never their secrets")
    .option("--user <email>", "only this person's")
    .action(list);
  group
    .command("revoke")
    .description("end a token at once")
    .argument("<id>", "from token list")
    .action(revoke);
}

function parseDays(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Give a whole number of days.");
  return Number(text);
}

/** Prints the token alone, so that a script can take it: TOKEN=$(npm run -s cli -- token create …). */
async function create({ user, scope, days }: { user: string; scope: string[]; days: number }): Promise<void> {
  const result = await withDatabase((db) => createToken(db, { email: user, scopes: scope, days }));
  console.log(unwrapResult(result).token);
}

async function list({ user }: { user?: string }): Promise<void> {
  const tokens = await withDatabase((db) => listTokens(db, user));
  for (const token of tokens) console.log(describeToken(token, new Date()));
}

function describeToken(token: ListedToken, now: Date): string {
  const state = token.revokedAt ? "revoked" : new Date(token.expiresAt) <= now ? "expired" : "live";
  const until = new Date(token.expiresAt).toISOString().slice(0, 10);
  return [token.id, token.email, token.scopes.join(","), state, `until ${until}`, token.name].join("\t");
}

async function revoke(id: string): Promise<void> {
  const result = await withDatabase((db) => revokeToken(db, id));
  console.log(`Revoked ${unwrapResult(result).id}.`);
}
