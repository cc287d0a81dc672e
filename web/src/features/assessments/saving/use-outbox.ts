import { useSyncExternalStore } from "react";
import { type Client, useClient } from "urql";
import { newKey } from "../../../data/new-key.ts";
import { createBrowserStore, createNoStore } from "./entry-store.ts";
import { kindNamed } from "./kinds/registry.ts";
import { createOutbox, type Outbox, type OutboxState } from "./outbox.ts";
import { createTabs, type Tabs } from "./tabs.ts";

/** One page is one tab, however many clients stand on it. */
let tabs: Tabs | null = null;
const ownTabs = (): Tabs => {
  tabs ??= createTabs(newKey());
  return tabs;
};

const outboxes = new WeakMap<Client, Map<string, Outbox>>();

/**
 * The outbox of one person, made once for a client. Nobody's (an empty `person`): for a form that is tried out, over a
 * client that stores nothing.
 */
export const outboxFor = (client: Client, person: string): Outbox => {
  const known = outboxes.get(client) ?? new Map<string, Outbox>();
  outboxes.set(client, known);
  const outbox =
    known.get(person) ??
    createOutbox({
      store: person === "" ? createNoStore() : createBrowserStore(person),
      tabs: ownTabs(),
      newKey,
      send: ({ kind, address }, attempt, leaving) =>
        kindNamed(kind).send({ client, person, leaving }, address, attempt),
    });
  known.set(person, outbox);
  return outbox;
};

export const useOutbox = (person: string): Outbox => outboxFor(useClient(), person);

export const useOutboxState = (outbox: Outbox): OutboxState =>
  useSyncExternalStore(outbox.subscribe, outbox.read);
