import { EVIDENCE_LIMITS } from "@due-regard/domain/ehria/evidence/evidence-limits";
import { type FormEvent, useEffect, useRef } from "react";
import { useClient } from "urql";
import { outcomeOf } from "../../../../data/outcome.ts";
import { Button, LinkButton } from "../../../../ui/button.tsx";
import { ErrorSummary } from "../../../../ui/error-summary.tsx";
import { Select } from "../../../../ui/select.tsx";
import { Textarea } from "../../../../ui/textarea.tsx";
import { useDraft } from "../../drafting/draft-context.ts";
import type { CitablePlace } from "../citable-place.ts";
import { LinkEvidenceMutation } from "../mutations.ts";
import type { useKeptForm } from "../use-kept-form.ts";
import { ActionPreview } from "./action-preview.tsx";
import type { Chosen } from "./chosen.ts";
import { ElementPreview } from "./element-preview.tsx";
import { type Characteristic, FigurePreview } from "./figure-preview.tsx";

/** What is about to be cited, and what is written about it. */
export interface Citing {
  chosen: Chosen | null;
  place: string;
  note: string;
  groups: Characteristic[];
}

export const CITE_IDS = {
  place: "evidence-place",
  note: "evidence-note",
  button: "evidence-cite",
} as const;

export const NOTE_LIMIT = { max: EVIDENCE_LIMITS.noteCharacters, unit: "characters" } as const;

interface CiteChosenProps {
  form: ReturnType<typeof useKeptForm<Citing>>;
  chosen: Chosen;
  places: readonly CitablePlace[];
  onCited: (title: string) => void;
  onBack: () => void;
}

const targetOf = ({ kind, id }: Chosen, groups: Characteristic[]) => {
  if (kind === "FIGURE") return { observation: id, groups };
  return kind === "ELEMENT" ? { strategyElement: id } : { deliveryAction: id };
};

interface PreviewProps {
  chosen: Chosen;
  groups: Characteristic[];
  onGroups: (groups: Characteristic[]) => void;
}

const Preview = ({ chosen, groups, onGroups }: PreviewProps) => {
  if (chosen.kind === "FIGURE") return <FigurePreview chosen={chosen} groups={groups} onGroups={onGroups} />;
  return chosen.kind === "ELEMENT" ? <ElementPreview id={chosen.id} /> : <ActionPreview id={chosen.id} />;
};

/** The heading takes the focus: what somebody chose is what they read next. */
const useHeadingFocus = (id: string) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [id]);
  return heading;
};

/** Something that was found, as it stands, and the form that cites it. */
export const CiteChosen = ({ form, chosen, places, onCited, onBack }: CiteChosenProps) => {
  const client = useClient();
  const { content } = useDraft();
  const { value, change } = form;
  const heading = useHeadingFocus(chosen.id);
  const place = places.some((each) => each.place === value.place) ? value.place : (places[0]?.place ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.send(
      async (idempotencyKey) => {
        const input = {
          reference: content.reference,
          place,
          note: value.note.trim() || null,
          idempotencyKey,
        };
        const { data, error } = await client
          .mutation(LinkEvidenceMutation, { input: { ...input, ...targetOf(chosen, value.groups) } })
          .toPromise();
        return outcomeOf(data?.linkEvidence, error);
      },
      () => onCited(chosen.title),
    );
  };
  return (
    <>
      <p className="govuk-body">
        <LinkButton onClick={onBack}>Back to what was found</LinkButton>
      </p>
      <ErrorSummary errors={form.errors} level={3} />
      <h3 className="govuk-heading-s" ref={heading} tabIndex={-1}>
        {chosen.title}
      </h3>
      <Preview
        chosen={chosen}
        groups={value.groups}
        onGroups={(groups) => change({ ...value, chosen, groups })}
      />
      <form onSubmit={submit} noValidate>
        {places.length > 1 ? (
          <Select
            id={CITE_IDS.place}
            label="Cite it for"
            error={form.errorFor(CITE_IDS.place)}
            options={places.map((each) => ({ value: each.place, label: each.label }))}
            value={place}
            onChange={(next) => change({ ...value, chosen, place: next })}
          />
        ) : null}
        <Textarea
          id={CITE_IDS.note}
          label="What it shows (optional)"
          hint="Why it matters here, for whoever reviews this."
          rows={3}
          limit={NOTE_LIMIT}
          error={form.errorFor(CITE_IDS.note)}
          value={value.note}
          onChange={(note) => change({ ...value, chosen, note })}
        />
        <Button id={CITE_IDS.button} variant="secondary" busy={form.busy}>
          {chosen.kind === "FIGURE" ? "Cite this figure" : "Cite this"}
        </Button>
      </form>
    </>
  );
};
