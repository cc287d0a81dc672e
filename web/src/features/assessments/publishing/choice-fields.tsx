import { Radios } from "../../../ui/radios.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import type { Choice } from "./types.ts";

export interface ChoiceState {
  choice: Choice | null;
  reason: string;
  replacement: string;
}

/** What stands against it before it is sent: `choice`, `reason` and `replacement` are the server's own names too. */
export const checkChoice = ({ choice, reason, replacement }: ChoiceState) => {
  if (choice === null) return [{ field: "choice", message: "Choose what to do with this passage" }];
  if (choice === "KEEP" && reason.trim() === "")
    return [{ field: "reason", message: "Say why this may be published" }];
  if (choice === "REPLACE" && replacement.trim() === "")
    return [{ field: "replacement", message: "Write the job title" }];
  return [];
};

interface ChoiceFieldsProps {
  state: ChoiceState;
  onChange: (state: ChoiceState) => void;
  errorFor: (field: string) => string | undefined;
  /** False where there is nothing to keep: a passage that is being added. */
  mayKeep: boolean;
}

/** The three choices about a passage, each with what it needs. */
export const ChoiceFields = ({ state, onChange, errorFor, mayKeep }: ChoiceFieldsProps) => {
  const keep = {
    value: "KEEP",
    label: "Publish it",
    hint: "It identifies nobody, or may be known.",
    reveals: (
      <Textarea
        id="reason"
        label="Why may it be published?"
        hint="For those who approve it. The public doesn’t see it."
        rows={2}
        limit={{ max: 500, unit: "characters" }}
        error={errorFor("reason")}
        value={state.reason}
        onChange={(reason) => onChange({ ...state, reason })}
      />
    ),
  };
  return (
    <Radios
      id="choice"
      legend="What should the public read?"
      legendSize="s"
      error={errorFor("choice")}
      value={state.choice}
      onChange={(choice) => onChange({ ...state, choice: choice as Choice })}
      options={[
        { value: "REDACT", label: "Leave it out", hint: "The text says “[redacted]” instead." },
        {
          value: "REPLACE",
          label: "Put a job title in its place",
          reveals: (
            <TextInput
              id="replacement"
              label="Job title"
              hint="For example, commissioning manager. It stands in square brackets."
              error={errorFor("replacement")}
              value={state.replacement}
              onChange={(replacement) => onChange({ ...state, replacement })}
            />
          ),
        },
        ...(mayKeep ? [keep] : []),
      ]}
    />
  );
};
