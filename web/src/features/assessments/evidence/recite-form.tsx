import { useEffect } from "react";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { Button, ButtonGroup, LinkButton } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { SummaryList } from "../../../ui/summary-list.tsx";
import { useDraft } from "../drafting/draft-context.ts";
import { readDraft } from "../saving/kinds/run-save.ts";
import type { Evidence } from "../types.ts";
import { ChangeTable } from "./citation-change.tsx";
import { nameOf } from "./evidence-words.ts";
import { ReciteEvidenceMutation } from "./mutations.ts";
import { useAct } from "./use-act.ts";

/** NOW: the same thing as it stands. NEWER: a figure of a later period in its place. */
export type Recitation = "NOW" | "NEWER";

/** What of a citation can be cited anew. What stands no longer can only be taken out. */
export const recitations = ({ change, newer }: Evidence): Recitation[] => {
  const stands = change?.parts.some(({ now }) => now !== null) ?? false;
  return [...(stands ? (["NOW"] as const) : []), ...(newer ? (["NEWER"] as const) : [])];
};

export const RECITE_WORDS: Record<Recitation, string> = {
  NOW: "Cite it as it stands now",
  NEWER: "Cite the later figure instead",
};

const WhatChanges = ({ evidence, which }: { evidence: Evidence; which: Recitation }) => {
  const { change, newer, pinned } = evidence;
  if (which === "NOW") return change ? <ChangeTable evidence={evidence} change={change} /> : null;
  return newer ? (
    <SummaryList
      rows={[
        { key: "before", label: "Cited now", value: `${pinned.display}, ${pinned.title}` },
        { key: "after", label: "In its place", value: `${newer.display}, ${newer.period.label}` },
      ]}
    />
  ) : null;
};

interface ReciteFormProps {
  evidence: Evidence;
  which: Recitation;
  onDone: (news: string) => void;
  onCancel: () => void;
}

/** What a new pin would say beside the old one, before it takes its place. */
export const ReciteForm = ({ evidence, which, onDone, onCancel }: ReciteFormProps) => {
  const client = useClient();
  const { content } = useDraft();
  const button = `recite-${evidence.id}`;
  const { act, busy, errors } = useAct(button);
  useEffect(() => document.getElementById(button)?.focus(), [button]);
  const recite = () =>
    void act(
      async (idempotencyKey) => {
        const observation = which === "NEWER" ? (evidence.newer?.id ?? null) : null;
        const { id, pinned } = evidence;
        const { reference } = content;
        const input = { reference, evidence: id, observation, basedOnHash: pinned.hash, idempotencyKey };
        const { data, error } = await client.mutation(ReciteEvidenceMutation, { input }).toPromise();
        const outcome = outcomeOf(data?.reciteEvidence, error);
        // What is cited by now takes the place of what this page shows, so that pressing again is about that.
        if (outcome.kind === "CONFLICT") await readDraft(client, reference);
        return outcome;
      },
      () => onDone(`Cited anew: ${nameOf(evidence)}`),
    );
  return (
    <div className="app-citation__act">
      <ErrorSummary errors={errors} level={3} />
      <p className="govuk-body">
        This changes what is cited. Your note stays, and the history keeps what was cited before.
      </p>
      <WhatChanges evidence={evidence} which={which} />
      <ButtonGroup>
        <Button id={button} type="button" variant="secondary" busy={busy} onClick={recite}>
          Cite anew
        </Button>
        <LinkButton onClick={onCancel}>Leave it as it is</LinkButton>
      </ButtonGroup>
    </div>
  );
};
