import { useRef, useState } from "react";
import { LinkButton } from "../../../ui/button.tsx";
import { useDraft } from "../drafting/draft-context.ts";
import type { Evidence } from "../types.ts";
import { CitationBody } from "./citation-body.tsx";
import { nameOf } from "./evidence-words.ts";
import { isNoting, NoteForm } from "./note-form.tsx";
import { RECITE_WORDS, type Recitation, ReciteForm, recitations } from "./recite-form.tsx";
import { RemoveForm } from "./remove-form.tsx";

type Act = { kind: "NOTE" } | { kind: "REMOVE" } | { kind: "RECITE"; which: Recitation };

interface CitationCardProps {
  evidence: Evidence;
  /** `removed`: it is gone, and with it whatever had the focus. */
  onNews: (news: string, removed: boolean) => void;
}

/** A citation with what one may do about it: one thing at a time. */
export const CitationCard = ({ evidence, onNews }: CitationCardProps) => {
  const { content, person } = useDraft();
  const [act, setAct] = useState<Act | null>(() =>
    isNoting(person, content.reference, evidence) ? { kind: "NOTE" } : null,
  );
  const card = useRef<HTMLLIElement>(null);
  const name = nameOf(evidence);
  const close = () => {
    setAct(null);
    // The button that opened the form comes back in its place, and the focus with it.
    requestAnimationFrame(() =>
      card.current?.querySelector<HTMLElement>(".app-citation__acts button")?.focus(),
    );
  };
  const done = (news: string) => {
    onNews(news, false);
    close();
  };
  return (
    <li className="app-results__item" ref={card}>
      <CitationBody evidence={evidence} />
      {act?.kind === "NOTE" ? <NoteForm evidence={evidence} onDone={done} onCancel={close} /> : null}
      {act?.kind === "RECITE" ? (
        <ReciteForm evidence={evidence} which={act.which} onDone={done} onCancel={close} />
      ) : null}
      {act?.kind === "REMOVE" ? (
        <RemoveForm evidence={evidence} onDone={(news) => onNews(news, true)} onCancel={close} />
      ) : null}
      {act === null ? (
        <div className="app-citation__acts">
          {recitations(evidence).map((which) => (
            <LinkButton
              key={which}
              onClick={() => setAct({ kind: "RECITE", which })}
              hiddenText={`: ${name}`}
            >
              {RECITE_WORDS[which]}
            </LinkButton>
          ))}
          <LinkButton onClick={() => setAct({ kind: "NOTE" })} hiddenText={`: ${name}`}>
            {evidence.note ? "Change the note" : "Add a note"}
          </LinkButton>
          <LinkButton onClick={() => setAct({ kind: "REMOVE" })} hiddenText={`: ${name}`}>
            Remove
          </LinkButton>
        </div>
      ) : null}
    </li>
  );
};
