import { compareDecimals, type Decimal } from "../../metrics/decimal.ts";
import type { Comparison, RagRating } from "../../metrics/vocabulary.ts";
import { ACTION_STATUSES, type ActionStatus } from "../../strategies/vocabulary.ts";
import type { ChangedPart, EvidenceChange } from "../evidence/evidence-change.ts";
import { statusLine } from "../evidence/pin.ts";

/**
 * Why a signed assessment has to be looked at again (design/domain.md §3, "Due regard": a duty that goes on after the decision;
 * issue 5, "Evidence watch"). A date that came, or something that is no longer as it was cited.
 */
export const CAUSE_KINDS = [
  "REVIEW_DATE",
  "WITHDRAWN",
  "RESULT_PUBLISHED",
  "PAST_THRESHOLD",
  "RATING_WORSE",
  "DEFINITION_CHANGED",
  "REVISED",
  "WORDS_CHANGED",
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

export interface ReviewCause {
  kind: CauseKind;
  /** What it is about, as it was cited. Null: the assessment itself, of a date. */
  title: string | null;
  /** How it stood when it was cited. Null: it was not there. */
  before: string | null;
  /** How it stands. Null: it is not there any longer. */
  now: string | null;
  /** Where what stands now comes from. Null: it was recorded by hand, or is no figure. */
  source: string | null;
  /** Tells this cause from the assessment's others: the same change is the same cause, however often it is found. */
  key: string;
}

/** A figure as it stands now. */
export interface FigureStanding {
  value: Decimal | null;
  display: string;
  /** "2023/24". */
  period: string;
  source: string | null;
}

/** What the officer who cites a figure wants to be told of. Null: nothing on that side. */
export interface Thresholds {
  above: Decimal | null;
  below: Decimal | null;
}

export type Rated = RagRating | Comparison;

export interface WatchedFigure {
  /** Names the figure wherever it is cited: metric, organisation, period and group. */
  figure: string;
  pinned: { title: string; display: string; value: Decimal | null; period: string };
  thresholds: Thresholds;
  /** How what stands in its place differs from it, with the groups that were cited beside it. */
  change: EvidenceChange | null;
  /** What stands in its place. Null: nothing does. */
  now: FigureStanding | null;
  /** The newest figure of a later period in its series. Null: there is none. */
  newer: FigureStanding | null;
  /** Ratings of it when it was cited, of what stands in its place, and of the newer figure. Null: there is none. */
  ratings: { pinned: Rated | null; now: Rated | null; newer: Rated | null };
  /** Definitions of its metric that were recorded since it was cited. */
  redefined: readonly { from: string | null; why: string | null }[];
}

export const RATING_WORDS: Readonly<Record<Rated, string>> = {
  GREEN: "Green",
  AMBER: "Amber",
  RED: "Red",
  BETTER: "Better",
  SIMILAR: "Similar",
  WORSE: "Worse",
};

/** The two schemes, best first: a rating of one is never held against one of the other. */
const SCHEMES: readonly (readonly Rated[])[] = [
  ["GREEN", "AMBER", "RED"],
  ["BETTER", "SIMILAR", "WORSE"],
];

/** Whether one rating is worse than another of the same scheme. Without a rating on either side nothing is worse. */
export const isWorseRating = (before: Rated | null, now: Rated | null): boolean =>
  before !== null &&
  now !== null &&
  SCHEMES.some((scheme) => scheme.includes(before) && scheme.indexOf(now) > scheme.indexOf(before));

/** Beyond what the officer set. A value that equals it is not past it. */
export const pastThreshold = (value: Decimal | null, { above, below }: Thresholds): string | null => {
  if (value === null) return null;
  if (above !== null && compareDecimals(value, above) > 0) return `above ${above}`;
  return below !== null && compareDecimals(value, below) < 0 ? `below ${below}` : null;
};

type Found = Omit<ReviewCause, "key" | "title"> & {
  /** What of the change makes it another one. */
  names: string;
};

type Rule = (watched: WatchedFigure) => Found[];

const isSet = ({ above, below }: Thresholds): boolean => above !== null || below !== null;

const withdrawn: Rule = ({ pinned, now }) =>
  pinned.value !== null && (now === null || now.value === null)
    ? [
        {
          kind: "WITHDRAWN",
          before: pinned.display,
          now: now?.display ?? null,
          source: now?.source ?? null,
          names: now?.display ?? "",
        },
      ]
    : [];

const published: Rule = ({ pinned, now }) =>
  pinned.value === null && now !== null && now.value !== null
    ? [
        {
          kind: "RESULT_PUBLISHED",
          before: pinned.display,
          now: now.display,
          source: now.source,
          names: now.value,
        },
      ]
    : [];

/** The figure's own revision and the newest of its series: each may be past what the officer set. */
const standings = ({ now, newer }: WatchedFigure): FigureStanding[] =>
  [now, newer].filter((one) => one !== null);

const past: Rule = (watched) =>
  standings(watched).flatMap((standing) => {
    const side = pastThreshold(standing.value, watched.thresholds);
    if (side === null || pastThreshold(watched.pinned.value, watched.thresholds) === side) return [];
    return [
      {
        kind: "PAST_THRESHOLD" as const,
        before: watched.pinned.display,
        now: `${standing.display} in ${standing.period}, ${side}`,
        source: standing.source,
        names: `${standing.period} ${side}`,
      },
    ];
  });

const worse: Rule = ({ ratings, now, newer, pinned }) =>
  (
    [
      [ratings.now, now],
      [ratings.newer, newer],
    ] as const
  ).flatMap(([rating, standing]) => {
    if (rating === null || standing === null || !isWorseRating(ratings.pinned, rating)) return [];
    const words = (one: Rated | null): string => (one === null ? "" : RATING_WORDS[one]);
    return [
      {
        kind: "RATING_WORSE" as const,
        before: `${words(ratings.pinned)} (${pinned.display})`,
        now: `${words(rating)} (${standing.display} in ${standing.period})`,
        source: standing.source,
        names: `${standing.period} ${rating}`,
      },
    ];
  });

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

const redefined: Rule = ({ redefined: breaks }) =>
  breaks.map(({ from, why }) => ({
    kind: "DEFINITION_CHANGED",
    before: null,
    now:
      [from === null ? null : `from ${DAY.format(new Date(from))}`, why].filter(Boolean).join(": ") ||
      "Defined otherwise",
    source: null,
    names: from ?? "",
  }));

const inWords = ({ category, before, now }: ChangedPart): { before: string | null; now: string | null } => {
  const named = (text: string | null) => (text === null || category === null ? text : `${category}: ${text}`);
  return { before: named(before), now: named(now) };
};

/**
 * A figure that is known otherwise now. Where the officer set thresholds they have said which changes matter, so the figure
 * itself is told of only past them; groups that were cited beside it are told of as ever.
 */
const revised: Rule = ({ change, pinned, now, thresholds }) =>
  (change?.parts ?? []).flatMap((part) => {
    const isWhole = part.category === null;
    const isToldOtherwise = now === null || (pinned.value === null) !== (now.value === null);
    if (isWhole && (isToldOtherwise || isSet(thresholds))) return [];
    const names = `${part.category ?? ""} ${part.now ?? ""}`;
    return [{ kind: "REVISED" as const, ...inWords(part), source: now?.source ?? null, names }];
  });

/** One rule for each thing that can happen to a figure, in the order in which people are told. */
const RULES: readonly Rule[] = [withdrawn, published, past, worse, redefined, revised];

/** Why an assessment that cites this figure has to be looked at again. Empty: there is no cause. */
export const causesOfFigure = (watched: WatchedFigure): ReviewCause[] =>
  RULES.flatMap((rule) => rule(watched)).map(({ names, ...found }) => ({
    ...found,
    title: watched.pinned.title,
    key: [found.kind, watched.figure, names].join(" "),
  }));

/** Of words of a plan that are not what was cited. `element` names them wherever they are cited. */
export const causesOfWords = (element: string, title: string, change: EvidenceChange | null): ReviewCause[] =>
  (change?.parts ?? []).map(({ before, now }) => ({
    kind: "WORDS_CHANGED",
    title,
    before,
    now,
    source: null,
    key: `WORDS_CHANGED ${element} ${now ?? ""}`,
  }));

/** Where an action that was cited in a state was bound to get, if all goes well. */
const GETS_ON_TO: Readonly<Record<ActionStatus, readonly ActionStatus[]>> = {
  NOT_STARTED: ["IN_PROGRESS", "DONE"],
  IN_PROGRESS: ["DONE"],
  DELAYED: ["IN_PROGRESS", "DONE"],
  DONE: [],
  CANCELLED: [],
};

const getsOn = ({ before, now }: ChangedPart): boolean =>
  ACTION_STATUSES.some(
    (from) => statusLine(from) === before && GETS_ON_TO[from].some((to) => statusLine(to) === now),
  );

/**
 * Of a plan's delivery action that says something else, is late, is given up, or is not done after all. That it gets on is what whoever
 * cited it relied on: the page shows it, and nobody is called. `action` names it wherever it is cited.
 */
export const causesOfDeliveryAction = (
  action: string,
  title: string,
  change: EvidenceChange | null,
): ReviewCause[] =>
  causesOfWords(action, title, change && { ...change, parts: change.parts.filter((part) => !getsOn(part)) });

/** The day on which it was to be reviewed, once it has come. ISO dates, in London. */
export const causesOfDate = (reviewDueOn: string | null, today: string): ReviewCause[] =>
  reviewDueOn === null || reviewDueOn > today
    ? []
    : [
        {
          kind: "REVIEW_DATE",
          title: null,
          before: null,
          now: reviewDueOn,
          source: null,
          key: `REVIEW_DATE ${reviewDueOn}`,
        },
      ];
