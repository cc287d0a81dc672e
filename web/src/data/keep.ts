/** Text that the server has not confirmed yet, as it waits in the browser's storage. */
export interface Kept<Value, Version = number> {
  value: Value;
  /** What stood when the person began: what they write is a change of that. */
  basedOnVersion: Version;
}

/** One place in the browser's storage. A browser without storage, or with a full one, keeps the text on the page alone. */
export interface Keep<Value, Version = number> {
  read: () => Kept<Value, Version> | null;
  write: (kept: Kept<Value, Version>) => void;
  clear: () => void;
}

const PREFIX = "due-regard:unsaved";

/** The person is part of the name: somebody else at the same computer never gets to see or send the text. */
const nameOf = (person: string, reference: string, place: string) =>
  `${PREFIX}:${person}:${reference}:${place}`;

interface Entry extends Kept<unknown, unknown> {
  /** Page on which it was written, and the words by which the person knows the question. */
  address: string;
  label: string;
}

const attempt = <Answer>(act: () => Answer, otherwise: Answer): Answer => {
  try {
    return act();
  } catch {
    return otherwise;
  }
};

const parse = (text: string | null): Entry | null =>
  attempt(() => (text === null ? null : (JSON.parse(text) as Entry)), null);

export interface KeepPlace {
  person: string;
  reference: string;
  place: string;
  label: string;
  /** Where the person comes back to it. Default: the page that they are on. */
  address?: string | undefined;
}

export const createKeep = <Value, Version = number>({
  person,
  reference,
  place,
  label,
  address,
}: KeepPlace): Keep<Value, Version> => {
  const name = nameOf(person, reference, place);
  return {
    read: () => parse(attempt(() => localStorage.getItem(name), null)) as Kept<Value, Version> | null,
    write: (kept) => {
      const entry: Entry = { ...kept, label, address: address ?? location.pathname };
      attempt(() => localStorage.setItem(name, JSON.stringify(entry)), undefined);
    },
    clear: () => attempt(() => localStorage.removeItem(name), undefined),
  };
};

export interface Leftover {
  /** What it is called in the storage. */
  name: string;
  place: string;
  label: string;
  address: string;
}

const listFrom = (start: string): Leftover[] => {
  const names = attempt(() => Object.keys(localStorage), []).filter((name) => name.startsWith(start));
  return names.flatMap((name) => {
    const entry = parse(localStorage.getItem(name));
    return entry
      ? [{ name, place: name.slice(start.length), label: entry.label, address: entry.address }]
      : [];
  });
};

/** What this person wrote about this subject, in this browser, that no server has confirmed. */
export const listLeftovers = (person: string, reference: string): Leftover[] =>
  listFrom(nameOf(person, reference, ""));

/** As {@link listLeftovers}, whatever it is about. */
export const listEveryLeftover = (person: string): Leftover[] => listFrom(`${PREFIX}:${person}:`);

/** Throws all of it away, at the person's word. */
export const clearLeftovers = (person: string): void => {
  for (const { name } of listEveryLeftover(person)) attempt(() => localStorage.removeItem(name), undefined);
};
