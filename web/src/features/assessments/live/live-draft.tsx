import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useClient } from "urql";
import type { Content } from "../types.ts";
import { type DraftLink, joinDraft } from "./link-registry.ts";
import { LiveContext } from "./live-context.ts";
import { NOTHING } from "./live-link.ts";

/** The place of the form that holds an element: marked by `data-place` around each field. */
const placeAround = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>("[data-place]")?.dataset.place ?? null) : null;

interface Writing {
  writing: string | null;
  since: number;
}

/** Where the person writes: the field that has the focus, whatever moved it there. */
const useWriting = (onMove: ((place: string | null) => void) | undefined): Writing => {
  const [state, setState] = useState<Writing>({ writing: null, since: 0 });
  useEffect(() => {
    const move = (writing: string | null) => {
      setState((before) => (before.writing === writing ? before : { writing, since: Date.now() }));
      onMove?.(writing);
    };
    const entered = ({ target }: FocusEvent) => move(placeAround(target));
    const left = ({ relatedTarget }: FocusEvent) => move(placeAround(relatedTarget));
    document.addEventListener("focusin", entered);
    document.addEventListener("focusout", left);
    return () => {
      document.removeEventListener("focusin", entered);
      document.removeEventListener("focusout", left);
      onMove?.(null);
    };
  }, [onMove]);
  return state;
};

const never = () => () => {};

const Announcements = ({ draft }: { draft: DraftLink | null }) => (
  <div className="govuk-visually-hidden" role="status">
    {useSyncExternalStore(draft?.announcer.subscribe ?? never, draft?.announcer.read ?? (() => ""))}
  </div>
);

/** Joins when the page is shown and leaves when it goes. Null: not yet. */
const useDraftLink = (content: Content, person: string): DraftLink | null => {
  const client = useClient();
  const { reference } = content;
  const [draft, setDraft] = useState<DraftLink | null>(null);
  useEffect(() => {
    const joined = joinDraft(client, reference, person);
    setDraft(joined);
    return joined.leave;
  }, [client, reference, person]);
  useEffect(() => draft?.learn(content), [draft, content]);
  return draft;
};

interface LiveDraftProps {
  content: Content;
  /** Id of the signed-in person. */
  person: string;
  children: ReactNode;
}

/** Joins the others on a draft for as long as one of its pages is shown. Without a stream the page works as it would alone. */
export const LiveDraft = ({ content, person, children }: LiveDraftProps) => {
  const draft = useDraftLink(content, person);
  const state = useSyncExternalStore(draft?.link.subscribe ?? never, draft?.link.read ?? (() => NOTHING));
  const writing = useWriting(draft?.link.writeAt);
  const value = useMemo(() => ({ ...state, ...writing }), [state, writing]);
  return (
    <LiveContext value={value}>
      {children}
      <Announcements draft={draft} />
    </LiveContext>
  );
};
