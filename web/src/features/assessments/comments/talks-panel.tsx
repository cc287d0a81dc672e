import { useState } from "react";
import { Details } from "../../../ui/details.tsx";
import { isBeingWritten, TalkForm } from "./talk-form.tsx";
import { TalkView } from "./talk-view.tsx";
import { type Talks, useTalks } from "./talks-context.tsx";
import type { Talk, TalkPlace } from "./types.ts";
import { countWords } from "./words.ts";

const needsAnswer = ({ kind, resolved, answered }: Talk): boolean =>
  kind === "POINT" && !resolved && !answered;

interface TalksPanelProps {
  /** The places that it shows and takes talks about; the first is the one that all belong to. */
  places: readonly [TalkPlace, ...TalkPlace[]];
  /** True: only where something was said, with no way to begin a talk. */
  readOnly?: boolean | undefined;
}

/** What is said about a question, beside it: folded away until somebody wants it, or the chair waits for an answer. */
export const TalksPanel = (props: TalksPanelProps) => {
  const page = useTalks();
  const places = new Set(props.places.map(({ place }) => place));
  const talks = page?.talks.filter(({ place }) => places.has(place)) ?? [];
  if (page === null || (talks.length === 0 && (!page.mayComment || props.readOnly))) return null;
  return <Panel {...props} page={page} talks={talks} />;
};

const Panel = ({
  places,
  readOnly = false,
  page,
  talks,
}: TalksPanelProps & { page: Talks; talks: readonly Talk[] }) => {
  const [about] = places;
  const [news, setNews] = useState("");
  const [opened, setOpened] = useState(() => isBeingWritten(page, about.place));
  const labels = new Map(places.map(({ place, label }) => [place, label]));
  const counted = countWords(talks);
  return (
    <div className="app-talks">
      <Details
        summary={
          <>
            Comments<span className="govuk-visually-hidden"> on {about.label}</span>
            {counted ? ` (${counted})` : null}
          </>
        }
        open={opened || talks.some(needsAnswer)}
        onToggle={setOpened}
      >
        {talks.length > 0 ? (
          <ol className="app-talks__list" aria-label={`Comments on ${about.label}`}>
            {talks.map((talk) => (
              <TalkView
                key={talk.id}
                talk={talk}
                page={page}
                label={talk.place === about.place ? null : (labels.get(talk.place) ?? null)}
                onNews={setNews}
              />
            ))}
          </ol>
        ) : null}
        {page.mayComment && !readOnly ? (
          <TalkForm
            reference={page.reference}
            person={page.person}
            places={places}
            label={`Comment on ${about.label}`}
            button="Add comment"
            onSent={setNews}
          />
        ) : null}
        <p className="app-talk__by" role="status">
          {news}
        </p>
      </Details>
    </div>
  );
};
