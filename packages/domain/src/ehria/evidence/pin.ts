import { hashContent } from "../../seal/hash-content.ts";
import { ACTION_STATUS_WORDS, type ActionStatus } from "../../strategies/vocabulary.ts";
import type { FileType } from "./file-types.ts";

/**
 * What is fixed at the moment of citing, so that the record shows which evidence was known on which day
 * (design/domain.md §3, "Due regard"). All of it goes into the pin's hash, and into the text that is sealed.
 */
export interface Pin {
  /** What it is, for people. */
  title: string;
  /** The figure or the words as they stood; of a page its address, of a file its name. */
  display: string;
  /** Exact, of a figure that has one. */
  value: string | null;
  /** Period code. Null: no figure. */
  period: string | null;
  /** The paper that it comes from. Null: none. */
  source: string | null;
  /** Last day that it speaks for, as an ISO date. Null: unknown. */
  on: string | null;
  /** Instant since which it was known here as it is pinned. Null: not known. */
  knownSince: string | null;
  /** Figures of groups that were cited with a figure, under disclosure control. */
  groups: readonly PinnedGroup[];
  file: PinnedFile | null;
}

export interface PinnedGroup {
  /** Protected characteristic that the group is part of. */
  characteristic: string;
  category: string;
  display: string;
  /** Null: there is none, or it is hidden. */
  value: string | null;
}

/** A file by its content: its bytes are found by their SHA-256, in hex. */
export interface PinnedFile {
  name: string;
  type: FileType;
  bytes: number;
  sha256: string;
}

/** SHA-256 over everything that is pinned: a pin that is changed afterwards shows. */
export const hashPin = ({ groups, file, ...pin }: Pin): string =>
  hashContent({
    ...pin,
    groups: groups.map(({ characteristic, category, display, value }) => ({
      characteristic,
      category,
      display,
      value,
    })),
    file: file && { name: file.name, type: file.type, bytes: file.bytes, sha256: file.sha256 },
  });

const NOTHING: Pin = {
  title: "",
  display: "",
  value: null,
  period: null,
  source: null,
  on: null,
  knownSince: null,
  groups: [],
  file: null,
};

export interface CitedFigure {
  metric: { title: string; code: string };
  organisation: { name: string };
  period: { code: string; label: string; end: string };
  /** Name of the group that it is about. Null: everybody. */
  category: string | null;
  display: string;
  value: string | null;
  source: string | null;
  recordedAt: string;
  groups: readonly PinnedGroup[];
}

/** A figure as it is known now, with the groups that are cited beside it. */
export const pinFigure = ({ metric, organisation, period, category, ...figure }: CitedFigure): Pin => ({
  ...NOTHING,
  title: [`${metric.title} (${metric.code})`, organisation.name, period.label, category]
    .filter(Boolean)
    .join(", "),
  display: figure.display,
  value: figure.value,
  period: period.code,
  source: figure.source,
  on: period.end,
  knownSince: new Date(figure.recordedAt).toISOString(),
  groups: sortGroups(figure.groups),
});

/** In an order of their own, so that the same groups always make the same hash. */
export const sortGroups = (groups: readonly PinnedGroup[]): PinnedGroup[] =>
  [...groups].sort((one, other) => (keyOfGroup(one) < keyOfGroup(other) ? -1 : 1));

export const keyOfGroup = ({
  characteristic,
  category,
}: Pick<PinnedGroup, "characteristic" | "category">): string => `${characteristic} ${category}`;

export interface CitedElement {
  strategy: { title: string; startsOn: string };
  title: string;
  text: string | null;
  found: readonly string[];
  willDo: readonly string[];
  howWeWillKnow: readonly string[];
}

const LISTS = [
  ["found", "What was found"],
  ["willDo", "What will be done"],
  ["howWeWillKnow", "How success will be known"],
] as const;

/** Everything that an element of a plan says, as one text: what is cited, and what is looked at again later. */
export const wordsOfElement = (element: CitedElement): string => {
  const lists = LISTS.flatMap(([key, heading]) =>
    element[key].length === 0 ? [] : [`${heading}: ${element[key].join("; ")}`],
  );
  return [element.text ?? element.title, ...lists].join("\n");
};

export const titleOfElement = ({ strategy, title }: Pick<CitedElement, "strategy" | "title">): string =>
  `${strategy.title}: ${title}`;

/** @param knownSince when its words were last changed here. Null: they never were */
export const pinElement = (element: CitedElement, knownSince: string | null): Pin => ({
  ...NOTHING,
  title: titleOfElement(element),
  display: wordsOfElement(element),
  on: element.strategy.startsOn,
  knownSince: knownSince === null ? null : new Date(knownSince).toISOString(),
});

export interface CitedDeliveryAction {
  strategy: { title: string; startsOn: string };
  reference: string;
  title: string;
  responsible: string;
  /** As printed: "2019/20". Null: not said. */
  duePrinted: string | null;
  status: ActionStatus;
}

export const STATUS_LABEL = "Status";

/** How far a delivery action has got, as a line of what it says. */
export const statusLine = (status: ActionStatus): string => `${STATUS_LABEL}: ${ACTION_STATUS_WORDS[status]}`;

/** What a delivery action says besides its name, a line for each thing, so that each can change by itself. */
export const wordsOfDeliveryAction = ({ responsible, duePrinted, status }: CitedDeliveryAction): string =>
  [`Responsible: ${responsible}`, duePrinted === null ? null : `Due: ${duePrinted}`, statusLine(status)]
    .filter((line) => line !== null)
    .join("\n");

export const titleOfDeliveryAction = (action: CitedDeliveryAction): string =>
  `${action.strategy.title}: ${action.reference} ${action.title}`;

/** @param knownSince when somebody last said how it gets on. Null: nobody did */
export const pinDeliveryAction = (action: CitedDeliveryAction, knownSince: string | null): Pin => ({
  ...NOTHING,
  title: titleOfDeliveryAction(action),
  display: wordsOfDeliveryAction(action),
  on: knownSince === null ? action.strategy.startsOn : new Date(knownSince).toISOString().slice(0, 10),
  knownSince: knownSince === null ? null : new Date(knownSince).toISOString(),
});

/** A web page: only its address can be pinned, so `title` says what stood there. @param today the day it was looked at */
export const pinLink = ({ url, title }: { url: string; title: string | null }, today: string): Pin => ({
  ...NOTHING,
  title: title ?? url,
  display: url,
  on: today,
});

/** @param uploadedAt when the file came here */
export const pinFile = (file: PinnedFile, title: string | null, uploadedAt: string): Pin => ({
  ...NOTHING,
  title: title ?? file.name,
  display: file.name,
  on: new Date(uploadedAt).toISOString().slice(0, 10),
  knownSince: new Date(uploadedAt).toISOString(),
  file,
});
