import { showClash, takeAt } from "@due-regard/domain/ehria/form/merge-clash";
import type { MergeClash } from "@due-regard/domain/ehria/form/merge-templates";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Radios } from "../../../ui/radios.tsx";
import { clashName } from "./clash-name.ts";
import type { DraftConflict } from "./use-save-draft.ts";

type Way = "MINE" | "THEIRS";

const Side = ({ name, text }: { name: string; text: string | null }) => (
  <div className="app-conflict__text">
    <h4 className="govuk-heading-s">{name}</h4>
    <p className="govuk-body app-text">{text ?? "Taken out"}</p>
  </div>
);

interface ClashProps {
  conflict: DraftConflict;
  clash: MergeClash;
  way: Way;
  onChange: (way: Way) => void;
}

const Clash = ({ conflict, clash, way, onChange }: ClashProps) => {
  const name = clashName(clash);
  return (
    <div className="app-part">
      <h3 className="govuk-heading-s">{name}</h3>
      <div className="app-conflict__texts">
        <Side name="Yours" text={showClash(conflict.mine, clash.path)} />
        <Side name={`As ${conflict.by} saved it`} text={showClash(conflict.theirs.template, clash.path)} />
      </div>
      <Radios
        id={`clash-${clash.path.replaceAll(".", "-")}`}
        legend={
          <>
            What should stand?<span className="govuk-visually-hidden"> {name}</span>
          </>
        }
        inline
        small
        options={[
          { value: "MINE", label: "Yours" },
          { value: "THEIRS", label: "Theirs" },
        ]}
        value={way}
        onChange={(value) => onChange(value as Way)}
      />
    </div>
  );
};

interface ConflictViewProps {
  conflict: DraftConflict;
  busy: boolean;
  onSettle: (settled: FormTemplate) => void;
}

/** Where two people changed the same place of a draft: both are shown, and one is chosen place by place. */
export const ConflictView = ({ conflict, busy, onSettle }: ConflictViewProps) => {
  const [ways, setWays] = useState<Readonly<Record<string, Way>>>({});
  const wayOf = ({ path }: MergeClash): Way => ways[path] ?? "MINE";
  const settled = (): FormTemplate =>
    conflict.clashes.reduce((merged, clash) => {
      const from = wayOf(clash) === "MINE" ? conflict.mine : conflict.theirs.template;
      return takeAt(merged, from, clash.path);
    }, conflict.merged);
  return (
    <section className="app-conflict" aria-labelledby="conflict-title">
      <div role="alert">
        <h2 className="govuk-heading-m" id="conflict-title">
          {conflict.by} changed the same place while you were writing
        </h2>
        <p className="govuk-body">
          Both are here and nothing is lost. What each of you changed elsewhere stands. Choose what should
          stand here.
        </p>
      </div>
      {conflict.clashes.map((clash) => (
        <Clash
          key={clash.path}
          conflict={conflict}
          clash={clash}
          way={wayOf(clash)}
          onChange={(way) => setWays({ ...ways, [clash.path]: way })}
        />
      ))}
      <Button type="button" busy={busy} onClick={() => onSettle(settled())}>
        Save this choice
      </Button>
    </section>
  );
};
