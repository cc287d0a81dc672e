import type { Client, CombinedError } from "urql";
import { newKey } from "../../../data/new-key.ts";
import { TALKS_AT_ONCE, TalksQuery } from "../comments/queries.ts";
import { DraftQuery } from "../queries.ts";
import type { Content } from "../types.ts";
import { type Announcer, createAnnouncer } from "./announcer.ts";
import { createLiveLink, type LiveLink, type StreamSink } from "./live-link.ts";
import { AssessmentChangedSubscription, SetPresenceMutation } from "./operations.ts";

/** Pages come and go while one moves through a draft: its stream outlives each by this long, in milliseconds. */
const LINGER_MS = 5_000;
/** A tab that nobody sees gives its stream back after this long, in milliseconds: browsers have few for one host. */
const UNSEEN_MS = 20_000;

/** The one link of this tab to one draft. */
export interface DraftLink {
  link: LiveLink;
  announcer: Announcer;
  /** What the page shows now. */
  learn: (content: Content) => void;
}

interface Entry extends DraftLink {
  users: number;
  letGo?: ReturnType<typeof setTimeout> | undefined;
  unwatch: () => void;
}

const TAB = newKey();
const entries = new Map<string, Entry>();

/** These don't pass by waiting. */
const FINAL = ["NOT_FOUND", "UNAUTHENTICATED", "FORBIDDEN"];
const isFinal = (error: CombinedError): boolean =>
  error.graphQLErrors.some(({ extensions }) => FINAL.includes(String(extensions.code)));

const openStream = (client: Client, reference: string, sink: StreamSink): (() => void) => {
  let refused = false;
  const { unsubscribe } = client
    .subscription(AssessmentChangedSubscription, { reference, tab: TAB })
    .subscribe(({ data, error, hasNext }) => {
      if (error) refused ||= isFinal(error);
      if (data) sink.next(data.assessmentChanged);
      if (error || hasNext === false) sink.end(refused ? "REFUSED" : "BROKEN");
    });
  return unsubscribe;
};

/** Versions of the places of a draft, as events name them. */
const versionAt = (content: Content, place: string): number => {
  const [question = "", part = null] = place.split(".");
  const answer = content.answers.find((each) => each.question === question && each.part === part);
  if (answer) return answer.version;
  const asked = content.form.flatMap(({ questions }) => questions).find(({ key }) => key === question);
  const row =
    content.characteristicImpacts.find(
      ({ characteristic, stage }) => characteristic === part && stage === asked?.stage,
    ) ??
    content.rightImpacts.find(
      (right) => `${right.part}-${right.article}` === part && right.stage === asked?.stage,
    );
  return row?.version ?? 0;
};

/** Starts with the page, stops while nobody sees the tab, tries at once when the connection is back. */
const watchTab = (link: LiveLink): (() => void) => {
  let unseen: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(unseen);
    if (document.visibilityState === "hidden") unseen = setTimeout(link.stop, UNSEEN_MS);
    else link.start();
  };
  look();
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", link.wake);
  window.addEventListener("pagehide", link.stop);
  window.addEventListener("pageshow", look);
  return () => {
    clearTimeout(unseen);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("online", link.wake);
    window.removeEventListener("pagehide", link.stop);
    window.removeEventListener("pageshow", look);
    link.stop();
  };
};

const createEntry = (client: Client, reference: string, person: string): Entry => {
  const announcer = createAnnouncer();
  let known: Content | null = null;
  const link = createLiveLink({
    person,
    open: (sink) => openStream(client, reference, sink),
    showPlace: (place) =>
      void client.mutation(SetPresenceMutation, { input: { reference, tab: TAB, place } }).toPromise(),
    refresh: () => {
      const anew = { requestPolicy: "network-only" } as const;
      void client.query(DraftQuery, { reference }, anew).toPromise();
      void client.query(TalksQuery, { reference, first: TALKS_AT_ONCE }, anew).toPromise();
    },
    isKnown: (place, version) => known !== null && versionAt(known, place) >= version,
    announce: announcer.say,
  });
  return {
    link,
    announcer,
    learn: (content) => {
      known = content;
    },
    users: 0,
    unwatch: watchTab(link),
  };
};

/** The link of this tab to a draft, for as long as a page of it is shown. Call `leave` once for each `join`. */
export const joinDraft = (
  client: Client,
  reference: string,
  person: string,
): DraftLink & { leave: () => void } => {
  const name = `${person}:${reference}`;
  const entry = entries.get(name) ?? createEntry(client, reference, person);
  entries.set(name, entry);
  clearTimeout(entry.letGo);
  entry.users += 1;
  return {
    ...entry,
    leave: () => {
      entry.users -= 1;
      if (entry.users > 0) return;
      entry.letGo = setTimeout(() => {
        entries.delete(name);
        entry.unwatch();
        entry.announcer.clear();
      }, LINGER_MS);
    },
  };
};
