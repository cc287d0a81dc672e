import { type FormEvent, useEffect, useState } from "react";
import { useClient } from "urql";
import { createKeep } from "../../../data/keep.ts";
import { outcomeOf } from "../../../data/outcome.ts";
import { InsetText } from "../../../ui/banners.tsx";
import { Button, ButtonGroup, LinkButton } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { useDraft } from "../drafting/draft-context.ts";
import type { Evidence } from "../types.ts";
import { nameOf } from "./evidence-words.ts";
import { SaveEvidenceNoteMutation } from "./mutations.ts";
import { NOTE_LIMIT } from "./search/cite-chosen.tsx";
import { useKeptForm } from "./use-kept-form.ts";

interface Written {
  text: string;
  /** What the note said when the person began: another one meanwhile is shown before it is replaced. */
  basedOn: string;
}

const keepPlace = (person: string, reference: string, evidence: Evidence) => ({
  person,
  reference,
  place: `evidence-note:${evidence.id}`,
  label: `Note on “${nameOf(evidence)}”, ${reference}`,
});

/** True where a note of an earlier visit waits that was never sent. */
export const isNoting = (person: string, reference: string, evidence: Evidence): boolean =>
  createKeep(keepPlace(person, reference, evidence)).read() !== null;

interface NoteFormProps {
  evidence: Evidence;
  onDone: (news: string) => void;
  onCancel: () => void;
}

/** Why a citation matters here, in words that can be changed; what is pinned stays. */
export const NoteForm = ({ evidence, onDone, onCancel }: NoteFormProps) => {
  const client = useClient();
  const { content, person } = useDraft();
  const field = `note-${evidence.id}`;
  const note = evidence.note ?? "";
  const form = useKeptForm<Written>({
    keep: keepPlace(person, content.reference, evidence),
    empty: { text: note, basedOn: note },
    fieldOf: (path) => (path === "note" ? field : null),
    button: `${field}-save`,
  });
  const [theirs, setTheirs] = useState<string | null>(null);
  useEffect(() => document.getElementById(field)?.focus(), [field]);
  const { value, change } = form;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    let now: string | null = null;
    const outcome = await form.send(
      async () => {
        const { text, basedOn } = value;
        const input = {
          reference: content.reference,
          evidence: evidence.id,
          note: text,
          basedOnNote: basedOn,
        };
        const { data, error } = await client.mutation(SaveEvidenceNoteMutation, { input }).toPromise();
        if (data?.saveEvidenceNote.__typename === "Conflict")
          now = data.saveEvidenceNote.conflicts[0]?.theirs ?? "";
        return outcomeOf(data?.saveEvidenceNote, error);
      },
      () => onDone(`Note saved: ${nameOf(evidence)}`),
    );
    if (outcome?.kind !== "CONFLICT") return;
    setTheirs(now);
    change({ ...value, basedOn: now ?? "" });
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary errors={form.errors} level={3} />
      {theirs === null ? null : (
        <InsetText>
          <p className="govuk-body">
            {theirs === "" ? "Somebody took the note out." : `The note now says: “${theirs}”`}
          </p>
          <p className="govuk-body">Save yours to put it in its place, or cancel to leave it.</p>
        </InsetText>
      )}
      <Textarea
        id={field}
        label={
          <>
            What it shows<span className="govuk-visually-hidden">: {nameOf(evidence)}</span>
          </>
        }
        rows={3}
        limit={NOTE_LIMIT}
        error={form.errorFor(field)}
        value={value.text}
        onChange={(text) => change({ ...value, text })}
      />
      <ButtonGroup>
        <Button id={`${field}-save`} variant="secondary" busy={form.busy}>
          Save note
        </Button>
        <LinkButton
          onClick={() => {
            form.clear();
            onCancel();
          }}
        >
          Cancel
        </LinkButton>
      </ButtonGroup>
    </form>
  );
};
