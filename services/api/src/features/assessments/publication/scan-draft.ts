import { setImmediate } from "node:timers/promises";
import type { Executor } from "@due-regard/database/connection";
import { departments, organisations } from "@due-regard/database/schema/organisations";
import { users } from "@due-regard/database/schema/people";
import type { KnownPeople } from "@due-regard/domain/ehria/publication/detect/detector";
import type { Hit } from "@due-regard/domain/ehria/publication/hit";
import { ordinaryWords } from "@due-regard/domain/ehria/publication/ordinary-words";
import { textsOf } from "@due-regard/domain/ehria/publication/passages";
import type { PublicDraft } from "@due-regard/domain/ehria/publication/public-draft";
import {
  type FoundSpan,
  joinFound,
  type PlacedText,
  scanText,
} from "@due-regard/domain/ehria/publication/scan";
import { hashContent } from "@due-regard/domain/seal/hash-content";

/** Names of everybody on the list of people, to be found; job titles, councils and departments, which are public words. */
interface Names {
  people: string[];
  publicWords: string[];
}

const loadNames = async (db: Executor): Promise<Names> => {
  const [people, councils, parts] = await Promise.all([
    db.select({ name: users.name, jobTitle: users.jobTitle }).from(users).orderBy(users.name),
    db.select({ name: organisations.name }).from(organisations).orderBy(organisations.name),
    db.select({ name: departments.name }).from(departments).orderBy(departments.name),
  ]);
  return {
    people: people.map(({ name }) => name),
    publicWords: [
      ...people.map(({ jobTitle }) => jobTitle),
      ...[...councils, ...parts].map(({ name }) => name),
    ],
  };
};

/** The words of the form and the law: public already, and nobody's name. */
const formTexts = ({ form, references }: PublicDraft): string[] => [
  form.title,
  ...form.intro,
  ...Object.values(form.wording),
  ...form.sections.flatMap(({ title, intro }) => [title, ...intro]),
  ...form.questions.flatMap(({ label, text, hint, parts, options }) => [
    label,
    text,
    hint ?? "",
    ...[...parts, ...options].map((each) => each.label),
  ]),
  ...references.characteristics.flatMap(({ label, words }) => [label, ...words]),
  ...references.rights.map(({ title }) => title),
  ...form.signOff.signatures.flatMap(({ label, statement }) => [label, statement]),
];

/** What the searches know beside the text. `draft`: whose form and law have words that are nobody's name. */
export const loadKnown = async (
  db: Executor,
  draft: PublicDraft | null,
  texts: readonly string[],
): Promise<KnownPeople> => {
  const { people, publicWords } = await loadNames(db);
  const publicTexts = [...publicWords, ...(draft === null ? [] : formTexts(draft))];
  return { names: people, ordinary: ordinaryWords(publicTexts, texts) };
};

/** A page asks for the same scan again and again, and it takes a while: the last few are kept. */
const KEPT = 20;
const kept = new Map<string, Promise<Hit[]>>();

/** Text by text, so that other requests have their turn between. */
const scan = async (
  texts: readonly PlacedText[],
  known: KnownPeople,
  contentHash: string,
): Promise<Hit[]> => {
  const found: FoundSpan[][] = [];
  for (const { text } of texts) {
    found.push(scanText(text, known));
    await setImmediate();
  }
  return joinFound(texts, found, contentHash);
};

/** Every passage of the draft that may identify somebody: the same as long as neither it nor the list of people changes. */
export const scanDraft = async (
  draft: PublicDraft,
  known: KnownPeople,
  contentHash: string,
): Promise<Hit[]> => {
  const texts = textsOf(draft);
  const key = hashContent({ contentHash, texts, names: known.names } as never);
  const earlier = kept.get(key);
  if (earlier !== undefined) return await earlier;
  const scanned = scan(texts, known, contentHash);
  kept.set(key, scanned);
  scanned.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return await scanned;
};
