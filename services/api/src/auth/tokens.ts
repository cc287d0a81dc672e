import type { Executor } from "@due-regard/database/connection";
import { auditEvents } from "@due-regard/database/schema/audit";
import { apiTokens, users } from "@due-regard/database/schema/people";
import { SCOPES } from "@due-regard/domain/access/roles";
import { invalid, notFound, ok, type Problem, type Result } from "@due-regard/domain/result";
import { desc, eq } from "drizzle-orm";
import { hashSecret, newSecret } from "./secrets.ts";

/** Lets people, and programs that look for leaked secrets, recognise one. */
export const TOKEN_PREFIX = "dr_";
const SHORTEST_DAYS = 1;
const LONGEST_DAYS = 366;
const LONGEST_NAME = 100;
const DAY_MS = 24 * 60 * 60 * 1000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface TokenRequest {
  /** Whose token it is: any case. */
  email: string;
  scopes: readonly string[];
  /** Whole days until it expires, 1 to 366. */
  days: number;
  /** What it is for, in the owner's words. */
  name?: string;
}

/** Who asks for it, for the audit; null for the operator at the command line. */
export interface Asker {
  actorId: string | null;
  requestId: string | null;
}

const OPERATOR: Asker = { actorId: null, requestId: null };

export interface CreatedToken {
  /** Shown once; only its hash is kept. */
  token: string;
  id: string;
  /** ISO instant. */
  expiresAt: string;
}

/** Makes a personal access token and records that it was made. Fails with VALIDATION, in words, on a wrong request. */
export const createToken = async (
  db: Executor,
  request: TokenRequest,
  asker: Asker = OPERATOR,
  now = new Date(),
): Promise<Result<CreatedToken>> => {
  const email = request.email.trim().toLowerCase();
  const [user] = await db
    .select({ id: users.id, disabledAt: users.disabledAt })
    .from(users)
    .where(eq(users.email, email));
  const problems = [...checkPerson(email, user), ...checkScopes(request.scopes), ...checkRest(request)];
  if (!user || problems.length > 0) return invalid(problems);
  const token = `${TOKEN_PREFIX}${newSecret()}`;
  const expiresAt = new Date(now.getTime() + request.days * DAY_MS).toISOString();
  const scopes = SCOPES.filter((scope) => request.scopes.includes(scope));
  const name = request.name?.trim() || `Made on ${now.toISOString().slice(0, 10)}`;
  const id = await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(apiTokens)
      .values({
        userId: user.id,
        name,
        tokenHash: hashSecret(token),
        scopes,
        createdAt: now.toISOString(),
        expiresAt,
      })
      .returning({ id: apiTokens.id });
    if (!row) throw new Error("The token was not stored");
    await recordAct(tx, "CREATE_TOKEN", row.id, asker, { userId: user.id, scopes, expiresAt });
    return row.id;
  });
  return ok({ token, id, expiresAt });
};

const checkPerson = (email: string, user: { disabledAt: string | null } | undefined): Problem[] => {
  if (!user) return [{ path: "email", message: `Nobody here has the email address ${email}` }];
  return user.disabledAt ? [{ path: "email", message: `${email} can't use Due Regard any more` }] : [];
};

const checkScopes = (scopes: readonly string[]): Problem[] => {
  const known: readonly string[] = SCOPES;
  const list = SCOPES.join(", ");
  if (scopes.length === 0) return [{ path: "scopes", message: `Name at least one scope: ${list}` }];
  return scopes
    .filter((scope) => !known.includes(scope))
    .map((scope) => ({ path: "scopes", message: `There is no scope ${scope}: choose from ${list}` }));
};

const checkRest = ({ days, name }: TokenRequest): Problem[] => {
  const problems: Problem[] = [];
  if (!Number.isInteger(days) || days < SHORTEST_DAYS || days > LONGEST_DAYS) {
    problems.push({
      path: "days",
      message: `Give a whole number of days from ${SHORTEST_DAYS} to ${LONGEST_DAYS}`,
    });
  }
  if (name !== undefined && name.trim().length > LONGEST_NAME) {
    problems.push({ path: "name", message: `Keep the name to ${LONGEST_NAME} characters` });
  }
  return problems;
};

export interface ListedToken {
  id: string;
  email: string;
  name: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
}

/** Every token, newest first, or those of one person. Never the secret itself: it is not kept. */
export const listTokens = async (db: Executor, email?: string): Promise<ListedToken[]> => {
  const query = db
    .select({
      id: apiTokens.id,
      email: users.email,
      name: apiTokens.name,
      scopes: apiTokens.scopes,
      createdAt: apiTokens.createdAt,
      expiresAt: apiTokens.expiresAt,
      revokedAt: apiTokens.revokedAt,
      lastUsedAt: apiTokens.lastUsedAt,
    })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .orderBy(desc(apiTokens.createdAt), apiTokens.id)
    .$dynamic();
  if (email === undefined) return await query;
  return await query.where(eq(users.email, email.trim().toLowerCase()));
};

/** Revokes a token at once and records it. Revoking it again changes nothing and is no error. */
export const revokeToken = async (
  db: Executor,
  id: string,
  asker: Asker = OPERATOR,
  now = new Date(),
): Promise<Result<{ id: string; revokedAt: string }>> => {
  if (!UUID.test(id)) return notFound("There is no token with this id");
  return db.transaction(async (tx) => {
    const [token] = await tx.select().from(apiTokens).where(eq(apiTokens.id, id)).for("update");
    if (!token) return notFound("There is no token with this id");
    if (token.revokedAt) return ok({ id, revokedAt: new Date(token.revokedAt).toISOString() });
    const revokedAt = now.toISOString();
    await tx.update(apiTokens).set({ revokedAt }).where(eq(apiTokens.id, id));
    await recordAct(tx, "REVOKE_TOKEN", id, asker, { userId: token.userId });
    return ok({ id, revokedAt });
  });
};

const recordAct = async (
  db: Executor,
  action: string,
  tokenId: string,
  asker: Asker,
  detail: Record<string, unknown>,
): Promise<void> => {
  await db
    .insert(auditEvents)
    .values({ action, subjectType: "API_TOKEN", subjectId: tokenId, detail, ...asker });
};
