import { createHash, randomBytes } from "node:crypto";

const SECRET_BYTES = 32;

/** A new 256-bit secret as base64url (43 characters), from the machine's random source. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString("base64url");

/**
 * What is stored in place of a secret: its SHA-256 in hex. A slow hash would add nothing, because 256 random bits can't
 * be guessed, and every request would pay for it.
 */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
