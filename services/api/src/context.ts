import type { Database } from "@due-regard/database/connection";
import type { PublicRegister } from "@due-regard/database/public-register";
import type { Viewer } from "@due-regard/domain/access/roles";
import type { DocumentNode } from "graphql";
import type { Logger } from "pino";
import type { ChangeFeed } from "./live/change-feed.ts";
import type { SealKeys } from "./seal/seal-keys.ts";

/** Who is asking: what the policy needs, and what the person's own pages show. */
export interface SignedInViewer extends Viewer {
  user: { id: string; email: string; name: string; jobTitle: string };
  /** When they last proved who they are; null for an API token. */
  authenticatedAt: string | null;
}

/** A subscription that has been read, checked against every limit, and may begin. */
export interface PreparedSubscription {
  document: DocumentNode;
  operationName: string | null;
  variableValues: Record<string, unknown>;
}

/** What a stream needs besides, for as long as it lasts. */
export interface LiveConnection {
  feed: ChangeFeed;
  /** Who is asking now; null when the session or token has ended, or the person's account has been closed. */
  identifyAgain: () => Promise<SignedInViewer | null>;
  /** Resolves once the reader has taken what was sent; false: not in time, and the connection was cut. */
  drained: () => Promise<boolean>;
  /** Takes the subscription from where it was checked (server/streamed-operations.ts). */
  prepare?: (prepared: PreparedSubscription) => void;
}

/** What a resolver may use: one for each request. */
export interface ApiContext {
  viewer: SignedInViewer | null;
  db: Database;
  /** What the public reads. Left out: this process serves no one but its operator. */
  register?: PublicRegister;
  /** Where the service is to be found, for addresses that leave it. Left out: they begin at its root. */
  baseUrl?: string;
  requestId: string;
  logger: Logger;
  /** What seals are made and checked with. Left out: this process seals nothing. */
  seals?: SealKeys | undefined;
  /** Whether files that are uploaded are scanned for viruses here. Left out: they are not. */
  scansFiles?: boolean;
  /** Only where a subscription is answered. */
  live?: LiveConnection;
}

export const createContext = (parts: ApiContext): ApiContext => ({ ...parts });
