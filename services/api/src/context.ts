import type { Database } from "@due-regard/database/connection";
import type { Viewer } from "@due-regard/domain/access/roles";
import type { Logger } from "pino";

/** Who is asking: what the policy needs, and what the person's own pages show. */
export interface SignedInViewer extends Viewer {
  user: { id: string; email: string; name: string; jobTitle: string };
  /** When they last proved who they are; null for an API token. */
  authenticatedAt: string | null;
}

/** What a resolver may use: one for each request. */
export interface ApiContext {
  viewer: SignedInViewer | null;
  db: Database;
  requestId: string;
  logger: Logger;
  /** Whether files that are uploaded are scanned for viruses here. Left out: they are not. */
  scansFiles?: boolean;
}

export const createContext = (parts: ApiContext): ApiContext => ({ ...parts });
