import { compareDecimals } from "../../metrics/decimal.ts";
import { keyOfGroup, type Pin, type PinnedGroup, STATUS_LABEL } from "./pin.ts";

/** What stands now in the place of something that was cited. */
export interface Standing {
  title: string;
  display: string;
  value: string | null;
  /** Of the characteristics whose groups were cited. */
  groups: readonly PinnedGroup[];
  /** Instant since which it stands so. */
  since: string | null;
}

/** One thing that is not as it was cited. Null on one side: it was not there then, or is not there now. */
export interface ChangedPart {
  /** The group that it is about. Null: the figure or the words themselves. */
  category: string | null;
  before: string | null;
  now: string | null;
}

export interface EvidenceChange {
  parts: ChangedPart[];
  /** Since when what stands now has stood. Null: it stands no longer, or nobody knows. */
  changedAt: string | null;
}

type Pinned = Pick<Pin, "title" | "display" | "value" | "groups">;

/**
 * A figure has changed when its value has, or, where it has none, the words for that. 11 printed as 11.0 is the same
 * figure in another paper.
 */
const sameFigure = (
  one: { value: string | null; display: string },
  other: { value: string | null; display: string },
): boolean => {
  if (one.value === null || other.value === null) {
    return one.value === other.value && one.display === other.display;
  }
  return compareDecimals(one.value, other.value) === 0;
};

const changedGroups = (before: readonly PinnedGroup[], now: readonly PinnedGroup[]): ChangedPart[] => {
  const wanted = new Set(before.map(({ characteristic }) => characteristic));
  const nowByKey = new Map(
    now.filter(({ characteristic }) => wanted.has(characteristic)).map((group) => [keyOfGroup(group), group]),
  );
  const beforeKeys = new Set(before.map(keyOfGroup));
  return [
    ...before.flatMap((group) => {
      const other = nowByKey.get(keyOfGroup(group));
      if (other !== undefined && sameFigure(group, other)) return [];
      return [{ category: group.category, before: group.display, now: other?.display ?? null }];
    }),
    ...[...nowByKey].flatMap(([key, group]) =>
      beforeKeys.has(key) ? [] : [{ category: group.category, before: null, now: group.display }],
    ),
  ];
};

const changeOf = (parts: ChangedPart[], since: string | null): EvidenceChange | null =>
  parts.length === 0 ? null : { parts, changedAt: since };

/** How a figure differs from what was cited. Null: it doesn't. `now` null: no such figure stands any longer. */
export const changeOfFigure = (pinned: Pinned, now: Standing | null): EvidenceChange | null => {
  if (now === null) return changeOf([{ category: null, before: pinned.display, now: null }], null);
  const whole = sameFigure(pinned, now) ? [] : [{ category: null, before: pinned.display, now: now.display }];
  return changeOf([...whole, ...changedGroups(pinned.groups, now.groups)], now.since);
};

/** How the words of a plan's element differ from those that were cited, its name or what it says. */
export const changeOfWords = (pinned: Pinned, now: Standing | null): EvidenceChange | null => {
  if (now === null) return changeOf([{ category: null, before: pinned.display, now: null }], null);
  const parts = [
    [pinned.title, now.title],
    [pinned.display, now.display],
  ]
    .filter(([before, after]) => before !== after)
    .map(([before, after]) => ({ category: null, before: before ?? null, now: after ?? null }));
  return changeOf(parts, now.since);
};

const labelOf = (line: string): string => line.slice(0, line.indexOf(":"));

/**
 * How a plan's delivery action differs from what was cited: its name, and what is said of it line by line ("Due: 2019/20"), so that
 * one that only got on is told from one that says something else.
 */
export const changeOfLines = (pinned: Pinned, now: Standing | null): EvidenceChange | null => {
  if (now === null) return changeOf([{ category: null, before: pinned.title, now: null }], null);
  const [before, after] = [pinned.display.split("\n"), now.display.split("\n")];
  const labels = [...new Set([...before, ...after].map(labelOf))];
  const lineOf = (lines: readonly string[], label: string) =>
    lines.find((line) => labelOf(line) === label) ?? null;
  const parts = [
    [pinned.title, now.title] as const,
    ...labels.map((label) => [lineOf(before, label), lineOf(after, label)] as const),
  ].flatMap(([one, other]) => (one === other ? [] : [{ category: null, before: one, now: other }]));
  // Only of how it gets on is it known since when.
  const isToldSince = parts.every((part) => labelOf(part.now ?? "") === STATUS_LABEL);
  return changeOf(parts, isToldSince ? now.since : null);
};

/** A file can't change: it is pinned by its hash. Another that came later under the same name may be the newer one. */
export const changeOfFile = (
  pinned: Pick<Pin, "file">,
  later: { name: string; sha256: string; uploadedAt: string } | null,
): EvidenceChange | null =>
  pinned.file === null || later === null || later.sha256 === pinned.file.sha256
    ? null
    : changeOf([{ category: null, before: pinned.file.name, now: later.name }], later.uploadedAt);
