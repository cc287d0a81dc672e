import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { ChoiceFields, type ChoiceState, checkChoice } from "./choice-fields.tsx";
import type { Hit } from "./types.ts";
import { type DecisionInput, useDecide } from "./use-decide.ts";
import { kindsInWords } from "./words.ts";

interface HitFormProps {
  reference: string;
  hit: Hit;
  /** Others with the very same words about which nobody decided yet. */
  same: readonly Hit[];
  /** True once the reader has come from another passage: then its heading takes the focus. */
  takesFocus: boolean;
  onErrors: (errors: readonly FieldError[]) => void;
  onDone: () => void;
}

const begin = ({ decision }: Hit): ChoiceState => ({
  choice: decision?.choice ?? null,
  reason: decision?.reason ?? "",
  replacement: decision?.replacement ?? "",
});

/** The passage, marked, in the middle of what stands around it. */
const Quotation = ({ hit }: { hit: Hit }) => (
  <blockquote className="app-statement app-passage">
    {hit.before}
    <mark>{hit.text}</mark>
    {hit.after}
  </blockquote>
);

/** One passage at a time: what it is, where it stands, and what the public should read. */
export const HitForm = ({ reference, hit, same, takesFocus, onErrors, onDone }: HitFormProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const [state, setState] = useState<ChoiceState>(() => begin(hit));
  const [withSame, setWithSame] = useState(false);
  const { decide, busy, setErrors, errorFor } = useDecide(reference, onErrors);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = checkChoice(state);
    setErrors(problems);
    const { choice, reason, replacement } = state;
    if (problems.length > 0 || choice === null) return;
    const decided = (each: Hit): DecisionInput => ({
      hit: each.id,
      version: each.decision?.version ?? 0,
      choice,
      reason: choice === "KEEP" ? reason : null,
      replacement: choice === "REPLACE" ? replacement : null,
    });
    void decide([hit, ...(withSame ? same : [])].map(decided), onDone);
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2 className="govuk-heading-m" ref={heading} tabIndex={-1}>
        <span className="govuk-caption-m">{hit.label}</span>“{hit.text}”
      </h2>
      <p className="govuk-body">It may be {kindsInWords(hit.kinds)}.</p>
      <Quotation hit={hit} />
      <ChoiceFields state={state} onChange={setState} errorFor={errorFor} mayKeep />
      {same.length > 0 ? (
        <Checkbox
          id="same"
          label={
            same.length === 1
              ? "Do the same in the other place that has these words"
              : `Do the same in the ${same.length} other places that have these words`
          }
          checked={withSame}
          onChange={setWithSame}
          small
        />
      ) : null}
      <Button busy={busy}>Save and go on</Button>
    </form>
  );
};
