import type { EvidenceRow } from "@due-regard/database/assessments/load-content";
import type { Executor } from "@due-regard/database/connection";
import type { ObservationRow } from "@due-regard/database/read-models/figures";
import {
  changeOfFigure,
  changeOfFile,
  changeOfLines,
  changeOfWords,
  type EvidenceChange,
  type Standing,
} from "@due-regard/domain/ehria/evidence/evidence-change";
import DataLoader from "dataloader";
import type { ApiContext } from "../../context.ts";
import { type GroupNow, readGroupsOf } from "./evidence/read-groups.ts";
import {
  type FigureNow,
  type LaterFile,
  readActionsNow,
  readFiguresNow,
  readLaterFiles,
  readWordsNow,
  type WordsNow,
} from "./evidence/read-standings.ts";
import { pinOf } from "./evidence/store-pin.ts";

/** How something differs from what was cited, with what is said of what stands now. */
export interface ChangeNow extends EvidenceChange {
  /** Such as why a figure was revised. Null: nothing is said, or it is no figure. */
  note: string | null;
  /** Title of the paper that the figure of now comes from. Null: none. */
  source: string | null;
}

/** What has become of something that was cited. */
export interface EvidenceNow {
  /** How it differs from what was cited. Null: it does not. */
  change: ChangeNow | null;
  /** The figure in force in its place. Null: there is none, or it is no figure. */
  now: ObservationRow | null;
  /** A figure of a later period that could be cited in its place. Null: there is none. */
  newer: ObservationRow | null;
}

const loaders = new WeakMap<ApiContext, DataLoader<EvidenceRow, EvidenceNow>>();

/** What is known now of something that was cited: one statement for all the figures of a request, and so on. */
export const evidenceNow = (context: ApiContext, link: EvidenceRow): Promise<EvidenceNow> => {
  const loader =
    loaders.get(context) ?? new DataLoader((links: readonly EvidenceRow[]) => compareAll(context.db, links));
  loaders.set(context, loader);
  return loader.load(link);
};

interface Standings {
  figures: Map<string, FigureNow>;
  groups: Map<string, GroupNow[]>;
  words: Map<string, WordsNow>;
  actions: Map<string, WordsNow>;
  files: Map<string, LaterFile>;
}

/** Of each citation, whether what is known now differs from it. */
export const compareWithPinned = async (db: Executor, links: readonly EvidenceRow[]): Promise<boolean[]> =>
  (await compareAll(db, links)).map(({ change }) => change !== null);

/** What is known now of each of these citations: a statement for each sort. */
export const compareAll = async (db: Executor, links: readonly EvidenceRow[]): Promise<EvidenceNow[]> => {
  const withGroups = links.filter(({ pinnedGroups }) => pinnedGroups.length > 0);
  const [figures, groups, words, actions, files] = await Promise.all([
    readFiguresNow(db, links),
    readGroupsOf(
      db,
      withGroups.flatMap(({ observationId }) => observationId ?? []),
    ),
    readWordsNow(db, links),
    readActionsNow(db, links),
    readLaterFiles(db, links),
  ]);
  return links.map((link) => compare(link, { figures, groups, words, actions, files }));
};

/** When the last of these came to be known. */
const lastRecorded = (now: ObservationRow, groups: readonly GroupNow[]): string =>
  new Date(Math.max(...[now, ...groups].map(({ recordedAt }) => Date.parse(recordedAt)))).toISOString();

const compare = (link: EvidenceRow, { figures, groups, words, actions, files }: Standings): EvidenceNow => {
  const pin = pinOf(link);
  if (link.observationId !== null) {
    const { now = null, source = null, newer = null } = figures.get(link.observationId) ?? {};
    const beside = groups.get(link.observationId) ?? [];
    const standing = now && { ...now, title: pin.title, groups: beside, since: lastRecorded(now, beside) };
    const besides = { note: now?.note ?? null, source };
    return { change: withWords(changeOfFigure(pin, standing), besides), now, newer };
  }
  if (link.strategyElementId !== null)
    return said(changeOfWords(pin, standingOf(words.get(link.strategyElementId))));
  if (link.deliveryActionId !== null)
    return said(changeOfLines(pin, standingOf(actions.get(link.deliveryActionId))));
  const later = link.fileId === null ? null : (files.get(link.fileId) ?? null);
  return said(changeOfFile(pin, later));
};

const standingOf = (now: WordsNow | undefined): Standing | null =>
  now === undefined ? null : { ...now, value: null, groups: [] };

/** Of what is no figure. */
const said = (change: EvidenceChange | null): EvidenceNow => ({
  change: withWords(change),
  now: null,
  newer: null,
});

const withWords = (
  change: EvidenceChange | null,
  said: Pick<ChangeNow, "note" | "source"> = { note: null, source: null },
): ChangeNow | null => change && { ...change, ...said };

/** Id of what stands now where a cited figure or file stood: its revision in force, its later file. Null: there is none. */
export const latestOf = async (db: Executor, link: EvidenceRow): Promise<string | null> => {
  if (link.observationId !== null)
    return (await readFiguresNow(db, [link])).get(link.observationId)?.now?.id ?? null;
  if (link.fileId !== null) return (await readLaterFiles(db, [link])).get(link.fileId)?.id ?? null;
  return null;
};
