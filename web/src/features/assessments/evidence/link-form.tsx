import { FILE_LIMITS } from "@due-regard/domain/ehria/evidence/file-types";
import { checkSeenOn, readLink } from "@due-regard/domain/ehria/evidence/read-link";
import type { Result } from "@due-regard/domain/result";
import type { FormEvent } from "react";
import { useClient } from "urql";
import { createKeep } from "../../../data/keep.ts";
import { outcomeOf } from "../../../data/outcome.ts";
import { Button } from "../../../ui/button.tsx";
import { DateInput } from "../../../ui/date-input.tsx";
import { ErrorSummary, type FieldError } from "../../../ui/error-summary.tsx";
import { type DateParts, joinDate, splitDate, todayInLondon } from "../../../ui/format/dates.ts";
import { Select } from "../../../ui/select.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { useDraft } from "../drafting/draft-context.ts";
import type { CitablePlace } from "./citable-place.ts";
import { LinkEvidenceMutation } from "./mutations.ts";
import { NOTE_LIMIT } from "./search/cite-chosen.tsx";
import { useKeptForm } from "./use-kept-form.ts";

interface Written {
  url: string;
  title: string;
  seenOn: DateParts;
  place: string;
  note: string;
}

const IDS = {
  url: "link-url",
  title: "link-title",
  seenOn: "link-seen-on",
  place: "link-place",
  note: "link-note",
  button: "link-add",
} as const;

const keepPlace = (person: string, reference: string, places: readonly CitablePlace[]) => ({
  person,
  reference,
  place: `evidence-link:${places[0]?.place ?? ""}`,
  label: `Web page as evidence for ${places[0]?.label ?? "the assessment"}, ${reference}`,
});

/** True where a form of an earlier visit waits that was never sent. */
export const isLinking = (person: string, reference: string, places: readonly CitablePlace[]): boolean =>
  createKeep(keepPlace(person, reference, places)).read() !== null;

const messageOf = (result: Result<unknown>): string | null =>
  result.ok || result.failure.kind !== "VALIDATION" ? null : (result.failure.problems[0]?.message ?? null);

/** By the rules of the server, so that whoever types is told at once. */
const checkWritten = ({ url, title, seenOn, note }: Written): FieldError[] => {
  const joined = joinDate(seenOn);
  const today = todayInLondon();
  const found: [field: string, message: string | null][] = [
    [IDS.url, messageOf(readLink(url))],
    [
      IDS.title,
      title.trim().length > FILE_LIMITS.titleCharacters
        ? `What it is must be ${FILE_LIMITS.titleCharacters} characters or fewer`
        : null,
    ],
    [IDS.seenOn, joined.problem ?? messageOf(checkSeenOn(joined.date ?? today, today))],
    [IDS.note, [...note].length > NOTE_LIMIT.max ? "The note must be 1,000 characters or fewer" : null],
  ];
  return found.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
};

interface LinkFormProps {
  places: readonly CitablePlace[];
  onCited: (title: string) => void;
}

/** A web page as evidence: its address is all that can be pinned, so it is said what stood there, and when. */
export const LinkForm = ({ places, onCited }: LinkFormProps) => {
  const client = useClient();
  const { content, person } = useDraft();
  const form = useKeptForm<Written>({
    keep: keepPlace(person, content.reference, places),
    empty: {
      url: "",
      title: "",
      seenOn: splitDate(todayInLondon()),
      place: places[0]?.place ?? "",
      note: "",
    },
    fieldOf: (path) => IDS[path as keyof typeof IDS] ?? null,
    button: IDS.button,
  });
  const { value, change, errorFor } = form;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = checkWritten(value);
    form.setErrors(problems);
    if (problems.length > 0) return;
    void form.send(
      async (idempotencyKey) => {
        const { data, error } = await client
          .mutation(LinkEvidenceMutation, {
            input: {
              reference: content.reference,
              place: value.place,
              url: value.url,
              title: value.title.trim() || null,
              seenOn: joinDate(value.seenOn).date,
              note: value.note.trim() || null,
              idempotencyKey,
            },
          })
          .toPromise();
        return outcomeOf(data?.linkEvidence, error);
      },
      () => onCited(value.title.trim() || value.url),
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={form.errors} level={3} />
      <TextInput
        id={IDS.url}
        label="Address of the page"
        hint="For example, https://www.gov.uk/guidance/…  It must be one that everybody who reads this can open. Up to 2,000 characters."
        error={errorFor(IDS.url)}
        value={value.url}
        onChange={(url) => change({ ...value, url })}
      />
      <TextInput
        id={IDS.title}
        label="What it is"
        hint="Its title and who published it, up to 300 characters."
        error={errorFor(IDS.title)}
        value={value.title}
        onChange={(title) => change({ ...value, title })}
      />
      <DateInput
        id={IDS.seenOn}
        legend="When did you look at it?"
        error={errorFor(IDS.seenOn)}
        value={value.seenOn}
        onChange={(seenOn) => change({ ...value, seenOn })}
      />
      {places.length > 1 ? (
        <Select
          id={IDS.place}
          label="Cite it for"
          error={errorFor(IDS.place)}
          options={places.map((each) => ({ value: each.place, label: each.label }))}
          value={value.place}
          onChange={(place) => change({ ...value, place })}
        />
      ) : null}
      <Textarea
        id={IDS.note}
        label="What it shows (optional)"
        rows={3}
        limit={NOTE_LIMIT}
        error={errorFor(IDS.note)}
        value={value.note}
        onChange={(note) => change({ ...value, note })}
      />
      <Button id={IDS.button} variant="secondary" busy={form.busy}>
        Add this page
      </Button>
    </form>
  );
};
