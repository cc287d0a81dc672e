import { canonicalText } from "../../seal/hash-content.ts";
import { tidyTemplate } from "./edit-template.ts";
import type { FormQuestion, FormSection, FormTemplate } from "./template.ts";

/** A place that two people changed in different ways since they last agreed. */
export interface MergeClash {
  /** "questions.who.text", "sections.about", "form.title" */
  path: string;
  name: string;
}

export interface MergedTemplate {
  /** Both people's changes; where they clash, mine. */
  merged: FormTemplate;
  clashes: MergeClash[];
}

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalText(one ?? null) === canonicalText(other ?? null);

interface Versions<Thing> {
  base: Thing;
  mine: Thing;
  theirs: Thing;
}

/** What one side alone changed stands; what both changed alike stands; the rest clashes. */
const mergeAttributes = <Thing extends object>(
  { base, mine, theirs }: Versions<Thing>,
  clash: (attribute: string) => void,
): Thing => {
  const merged = { ...mine };
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, my, their] = [base, mine, theirs].map((each) => Reflect.get(each, name) as unknown);
    if (isSame(my, their) || isSame(was, their)) continue;
    if (isSame(was, my)) Reflect.set(merged, name, their);
    else clash(name);
  }
  return merged;
};

const orderOf = (items: readonly { key: string }[], among: ReadonlySet<string>): string =>
  items
    .map(({ key }) => key)
    .filter((key) => among.has(key))
    .join();

/** Puts what one side added behind whatever stood before it there. */
const weave = (
  skeleton: readonly string[],
  other: readonly string[],
  wanted: ReadonlySet<string>,
): string[] => {
  const woven = skeleton.filter((key) => wanted.has(key));
  for (const [index, key] of other.entries()) {
    if (!wanted.has(key) || woven.includes(key)) continue;
    const before = other.slice(0, index).findLast((each) => woven.includes(each));
    woven.splice(before === undefined ? 0 : woven.indexOf(before) + 1, 0, key);
  }
  return woven;
};

type Item = FormQuestion | FormSection;

const nameOf = (item: Item): string => ("label" in item ? item.label : item.title);

/** One item that both, one or none of the sides still have. Undefined: it is gone. */
const mergeItem = <Thing extends Item>(
  path: string,
  { base, mine, theirs }: Versions<Thing | undefined>,
  clashes: MergeClash[],
): Thing | undefined => {
  if (mine === undefined && theirs === undefined) return undefined;
  if (mine === undefined || theirs === undefined) {
    const left = mine ?? theirs;
    if (base === undefined || left === undefined) return left;
    if (isSame(base, left)) return undefined;
    // One took it out while the other worked on it: it stays, and somebody decides.
    clashes.push({ path, name: nameOf(left) });
    return left;
  }
  return mergeAttributes({ base: base ?? ({} as Thing), mine, theirs }, (attribute) =>
    clashes.push({ path: `${path}.${attribute}`, name: nameOf(mine) }),
  );
};

const mergeLists = <Thing extends Item>(
  list: "questions" | "sections",
  { base, mine, theirs }: Versions<readonly Thing[]>,
  clashes: MergeClash[],
): Thing[] => {
  const find = (items: readonly Thing[], key: string): Thing | undefined =>
    items.find((each) => each.key === key);
  const keys = new Set([...mine, ...theirs].map(({ key }) => key));
  const kept = new Map<string, Thing>();
  for (const key of keys) {
    const versions = { base: find(base, key), mine: find(mine, key), theirs: find(theirs, key) };
    const merged = mergeItem(`${list}.${key}`, versions, clashes);
    if (merged !== undefined) kept.set(key, merged);
  }
  const common = new Set(base.map(({ key }) => key).filter((key) => find(mine, key) && find(theirs, key)));
  const [was, my, their] = [base, mine, theirs].map((each) => orderOf(each, common));
  if (was !== my && was !== their && my !== their) clashes.push({ path: list, name: "Order" });
  const [skeleton, other] = was === my ? [theirs, mine] : [mine, theirs];
  const order = weave(
    skeleton.map(({ key }) => key),
    other.map(({ key }) => key),
    new Set(kept.keys()),
  );
  return order.flatMap((key) => kept.get(key) ?? []);
};

/**
 * Brings two people's work on one draft together: `base` is what both began with. Changes to different places both stand;
 * nothing that either wrote is dropped unless the other changed the very same place, and that is named.
 */
export const mergeTemplates = ({ base, mine, theirs }: Versions<FormTemplate>): MergedTemplate => {
  const clashes: MergeClash[] = [];
  const heads = [base, mine, theirs].map(({ sections: _s, questions: _q, ...head }) => head);
  const [was = {}, my = {}, their = {}] = heads;
  const head = mergeAttributes({ base: was, mine: my, theirs: their }, (attribute) =>
    clashes.push({ path: `form.${attribute}`, name: mine.title }),
  );
  const bare = (items: readonly FormSection[]): FormSection[] =>
    items.map((each) => ({ ...each, position: 1 }));
  const sections = mergeLists(
    "sections",
    { base: bare(base.sections), mine: bare(mine.sections), theirs: bare(theirs.sections) },
    clashes,
  );
  const questions = mergeLists(
    "questions",
    { base: base.questions, mine: mine.questions, theirs: theirs.questions },
    clashes,
  );
  return { merged: tidyTemplate({ ...mine, ...head, sections, questions }), clashes };
};
