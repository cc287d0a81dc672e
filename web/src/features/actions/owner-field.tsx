import { Radios } from "../../ui/radios.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import type { WholeAction } from "./types.ts";

/** Who is to see to an action: whoever does now, somebody else, or nobody in particular and so its lead officer. */
export interface OwnerChoice {
  who: "KEEP" | "OTHER" | "NOBODY";
  /** Email address of somebody else. Addresses are not shown back. */
  email: string;
}

export const KEEP_OWNER: OwnerChoice = { who: "KEEP", email: "" };

export const OWNER_EMAIL = "owner";

/** What the API is told: left out, as before; null, nobody. */
export const ownerInput = ({ who, email }: OwnerChoice): { owner?: string | null } =>
  who === "KEEP" ? {} : { owner: who === "NOBODY" ? null : email.trim() };

interface OwnerFieldProps {
  action: WholeAction;
  value: OwnerChoice;
  error: string | undefined;
  onChange: (value: OwnerChoice) => void;
}

export const OwnerField = ({ action: { owner, assessment }, value, error, onChange }: OwnerFieldProps) => {
  const lead = assessment.leadOfficer.name;
  return (
    <Radios
      id="who"
      legend="Who sees to it"
      legendSize="s"
      small
      value={value.who}
      onChange={(who) => onChange({ ...value, who: who as OwnerChoice["who"] })}
      options={[
        {
          value: "KEEP",
          label: owner ? `${owner.name}, as now` : `${lead}, as its lead officer, as now`,
        },
        {
          value: "OTHER",
          label: owner ? "Somebody else" : "Somebody in particular",
          reveals: (
            <TextInput
              id={OWNER_EMAIL}
              label="Their email address"
              hint="Somebody who may read the assessment."
              width="30"
              error={error}
              value={value.email}
              onChange={(email) => onChange({ ...value, email })}
            />
          ),
        },
        ...(owner
          ? [
              {
                value: "NOBODY",
                label: "Nobody in particular",
                hint: `${lead} then sees to it, as its lead officer.`,
              },
            ]
          : []),
      ]}
    />
  );
};
