import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The hash before the first entry. */
export const CHAIN_START = "0".repeat(64);

/** One entry of the audit record with the event that it covers, as stored. */
export interface ChainEntry {
  /** Its place, from 1 without gaps. */
  position: number;
  /** Of the event. */
  sequence: number;
  previousHash: string;
  hash: string;
  /** The event as one text; null: there is no event with this sequence any more. */
  event: string | null;
}

export interface ChainFault {
  /** Place in the chain; null for an event that has none. */
  position: number | null;
  sequence: number | null;
  message: string;
}

/** SHA-256 of the hash before, the place and the event, as the database makes it (append_to_audit_chain). */
export const hashEntry = (previousHash: string, position: number, event: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${previousHash} ${position} ${event}`)));

const whatIsWrong = (entry: ChainEntry, place: number, before: string): string | null => {
  const { position, sequence, previousHash, hash, event } = entry;
  if (position !== place) return `entry ${place} is missing`;
  if (event === null) return `the event of entry ${position} (sequence ${sequence}) was deleted`;
  if (previousHash !== before)
    return `entry ${position} (sequence ${sequence}) does not follow the entry before it`;
  if (hashEntry(previousHash, position, event) !== hash)
    return `entry ${position} (sequence ${sequence}) is not what was recorded`;
  return null;
};

/** Follows the chain from its start, entry by entry, and stops at the first that is wrong. */
export const createChainWalk = () => {
  let place = 0;
  let hash = CHAIN_START;
  return {
    /** Null: this entry is right, and so is everything before it. Entries must come by position. */
    take: (entry: ChainEntry): ChainFault | null => {
      const message = whatIsWrong(entry, place + 1, hash);
      if (message !== null) return { position: place + 1, sequence: entry.sequence, message };
      place = entry.position;
      hash = entry.hash;
      return null;
    },
    /** Where the walk has come to. */
    head: () => ({ position: place, hash }),
  };
};
