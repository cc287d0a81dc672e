import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";

interface Entry {
  payload: AdapterPayload;
  expiresAt: number;
}

/** More sign-ins at once than a demonstration ever sees; the oldest go first beyond it. */
const MOST_ENTRIES = 5_000;

/** Keeps what the demo issuer has to remember for a few minutes in memory: nothing of it outlives the process. */
export const createDemoIssuerStore = (): AdapterFactory => {
  const entries = new Map<string, Entry>();
  return (model) => createAdapter(model, entries);
};

const createAdapter = (model: string, entries: Map<string, Entry>): Adapter => {
  const keyOf = (id: string): string => `${model}:${id}`;
  const find = async (id: string): Promise<AdapterPayload | undefined> => read(entries, keyOf(id));
  const findWhere = async (
    matches: (payload: AdapterPayload) => boolean,
  ): Promise<AdapterPayload | undefined> => {
    const keys = [...entries.keys()].filter((key) => key.startsWith(`${model}:`));
    return keys.map((key) => read(entries, key)).find((payload) => payload !== undefined && matches(payload));
  };
  return {
    find,
    findByUid: (uid) => findWhere((payload) => payload.uid === uid),
    findByUserCode: (userCode) => findWhere((payload) => payload.userCode === userCode),
    upsert: async (id, payload, expiresIn) => {
      entries.delete(keyOf(id));
      entries.set(keyOf(id), { payload, expiresAt: Date.now() + (expiresIn ?? 3_600) * 1000 });
      dropOldest(entries);
    },
    consume: async (id) => {
      const payload = read(entries, keyOf(id));
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => {
      entries.delete(keyOf(id));
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, entry] of entries) if (entry.payload.grantId === grantId) entries.delete(key);
    },
  };
};

const read = (entries: Map<string, Entry>, key: string): AdapterPayload | undefined => {
  const entry = entries.get(key);
  if (!entry) return undefined;
  if (entry.expiresAt > Date.now()) return entry.payload;
  entries.delete(key);
  return undefined;
};

/** A Map keeps the order in which its entries were set. */
const dropOldest = (entries: Map<string, Entry>): void => {
  for (const key of entries.keys()) {
    if (entries.size <= MOST_ENTRIES) return;
    entries.delete(key);
  }
};
