import { useState } from "react";
import { useRevalidator } from "react-router";
import { useClient } from "urql";
import { createKeep } from "../../../data/keep.ts";
import { newKey } from "../../../data/new-key.ts";
import { explain, type Outcome } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { editAddress } from "./edit-address.ts";
import type { Editable, EditDefinition, WriteAnswer } from "./types.ts";

/** Where a person is: writing, looking at what will change, choosing between two, or done. */
type Step<Draft> =
  | { name: "WRITING" }
  | { name: "PREVIEWED"; answer: WriteAnswer }
  | { name: "CONFLICT"; theirs: Draft; theirBase: string | null }
  | { name: "SAVED"; answer: WriteAnswer };

interface EditState<Draft> {
  draft: Draft;
  base: string | null;
  step: Step<Draft>;
  errors: readonly FieldError[];
  /** What is under way. */
  busy: "PREVIEW" | "SAVE" | null;
  key: string;
  /** Typed on an earlier visit and never saved. */
  restored: boolean;
}

const keepFor = <Draft>(kind: EditDefinition<Draft>["kind"], { subject, person, row }: Editable) =>
  createKeep<Draft, string | null>({
    person,
    reference: `figures:${subject.organisation}`,
    place: `${subject.edition}:${subject.metric}:${kind}`,
    label: `${row.title}, ${row.edition.period.label}`,
    address: editAddress(subject, kind),
  });

const sameDraft = <Draft>(left: Draft, right: Draft): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/** Starts from what the browser kept of an earlier visit, else from what stands. */
const start = <Draft>(definition: EditDefinition<Draft>, editable: Editable): EditState<Draft> => {
  const standing = definition.read(editable);
  const kept = keepFor<Draft>(definition.kind, editable).read();
  const restored = kept !== null && !sameDraft(kept.value, standing.draft);
  return {
    draft: restored ? kept.value : standing.draft,
    base: restored ? kept.basedOnVersion : standing.base,
    step: { name: "WRITING" },
    errors: [],
    busy: null,
    key: newKey(),
    restored,
  };
};

const errorsOf = <Draft>(
  definition: EditDefinition<Draft>,
  outcome: Exclude<Outcome<WriteAnswer>, { kind: "DONE" | "CONFLICT" }>,
): FieldError[] => {
  const problems = outcome.kind === "INVALID" ? outcome.problems : [];
  if (problems.length === 0) return [{ field: null, message: explain(outcome) }];
  return problems.map(({ path, message }) => ({ field: definition.fieldOf(path), message }));
};

/**
 * The steps of an edit: write, see what will change, save. What is typed waits in the browser until the server has it;
 * when somebody else saved meanwhile nothing is stored or thrown away until the person has chosen.
 */
export const useEdit = <Draft>(
  definition: EditDefinition<Draft>,
  editable: Editable,
  reload: () => Promise<Editable | null>,
) => {
  const client = useClient();
  const { revalidate } = useRevalidator();
  const [state, setState] = useState(() => start(definition, editable));
  const keep = keepFor<Draft>(definition.kind, editable);
  const set = (change: Partial<EditState<Draft>>) => setState((now) => ({ ...now, ...change }));

  const settle = async (outcome: Outcome<WriteAnswer>, onDone: (answer: WriteAnswer) => void) => {
    if (outcome.kind === "DONE") return onDone(outcome.value);
    if (outcome.kind === "CONFLICT") {
      const now = await reload();
      const standing = now && definition.read(now);
      if (standing) {
        const step = { name: "CONFLICT", theirs: standing.draft, theirBase: standing.base } as const;
        return set({ busy: null, step, errors: [] });
      }
      return set({ busy: null, errors: [{ field: null, message: outcome.message }] });
    }
    set({ busy: null, errors: errorsOf(definition, outcome) });
  };

  const send = async (draft: Draft, base: string | null) => {
    const errors = definition.check(draft, editable);
    if (errors.length > 0) return set({ draft, base, step: { name: "WRITING" }, errors });
    const key = newKey();
    set({ draft, base, errors: [], busy: "PREVIEW", key });
    const outcome = await definition.send(client, editable, draft, {
      base,
      preview: true,
      idempotencyKey: key,
    });
    if (outcome.kind === "INVALID") set({ step: { name: "WRITING" } });
    await settle(outcome, (answer) => set({ busy: null, step: { name: "PREVIEWED", answer } }));
  };

  return {
    ...state,
    change: (draft: Draft) => {
      keep.write({ value: draft, basedOnVersion: state.base });
      set({ draft });
    },
    showChanges: () => send(state.draft, state.base),
    goBack: () => set({ step: { name: "WRITING" }, errors: [] }),
    discard: () => {
      keep.clear();
      const { draft, base } = definition.read(editable);
      set({ draft, base, restored: false, errors: [], step: { name: "WRITING" } });
    },
    save: async () => {
      set({ busy: "SAVE", errors: [] });
      const { draft, base, key } = state;
      const options = { base, preview: false, idempotencyKey: key };
      const outcome = await definition.send(client, editable, draft, options);
      // The page is brought up to date before "Saved" is said: closing the panel at once would break that off.
      if (outcome.kind === "DONE") await revalidate();
      await settle(outcome, (answer) => {
        keep.clear();
        set({ busy: null, step: { name: "SAVED", answer } });
        void reload();
      });
    },
    /** After a conflict: theirs as it stands, or the person's own (or one made of both) on top of it. */
    choose: (draft: Draft) => {
      if (state.step.name !== "CONFLICT") return;
      const { theirs, theirBase } = state.step;
      if (sameDraft(draft, theirs)) {
        keep.clear();
        return set({ draft, base: theirBase, step: { name: "WRITING" }, restored: false });
      }
      keep.write({ value: draft, basedOnVersion: theirBase });
      return void send(draft, theirBase);
    },
  };
};

export type Edit<Draft> = ReturnType<typeof useEdit<Draft>>;
