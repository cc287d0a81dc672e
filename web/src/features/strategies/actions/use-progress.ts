import { useState } from "react";
import { useClient } from "urql";
import { createKeep, type Keep } from "../../../data/keep.ts";
import { newKey } from "../../../data/new-key.ts";
import { explain, type Outcome, outcomeOf } from "../../../data/outcome.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import type { Action } from "../plan/types.ts";
import { RecordProgressMutation } from "./mutations.ts";
import { checkDraft, fieldOf, type ProgressDraft } from "./progress-draft.ts";

/** Whose text it is, and of which plan: what is typed waits in this browser under these names. */
export interface ProgressPlace {
  person: string;
  slug: string;
}

export const planReference = (slug: string): string => `plan:${slug}`;

const keepFor = ({ person, slug }: ProgressPlace, { reference, title }: Action): Keep<ProgressDraft> =>
  createKeep({
    person,
    reference: planReference(slug),
    place: reference,
    label: `${reference} ${title}`,
    address: `/strategies/${slug}`,
  });

/** Writing, looking at what will change, or choosing between two after somebody else was first. */
type Step = "WRITING" | "CHECKING" | "CONFLICT";

interface ProgressState {
  draft: ProgressDraft;
  /** How many notes the writer has seen. */
  basedOn: number;
  step: Step;
  errors: readonly FieldError[];
  busy: boolean;
  /** Names this one write: sent again after a lost answer, it has no second effect. */
  key: string;
  /** Typed on an earlier visit and never saved. */
  restored: boolean;
}

const afresh = (action: Action): Pick<ProgressState, "draft" | "basedOn"> => ({
  draft: { note: "", status: action.status },
  basedOn: action.progress.length,
});

const start = (action: Action, keep: Keep<ProgressDraft>): ProgressState => {
  const kept = keep.read();
  return {
    ...(kept === null ? afresh(action) : { draft: kept.value, basedOn: kept.basedOnVersion }),
    step: "WRITING",
    errors: [],
    busy: false,
    key: newKey(),
    restored: kept !== null,
  };
};

interface ProgressOptions {
  action: Action;
  place: ProgressPlace;
  /** Asks for the plan anew, so that what others wrote can be shown. */
  reload: () => Promise<void>;
  onSaved: () => void;
}

/**
 * The steps of recording progress: write, look at what will change, save. What is typed waits in the browser until the
 * server has it; when somebody else was first, nothing is stored or thrown away until the person has chosen.
 */
export const useProgress = ({ action, place, reload, onSaved }: ProgressOptions) => {
  const client = useClient();
  const keep = keepFor(place, action);
  const [state, setState] = useState(() => start(action, keep));
  const set = (change: Partial<ProgressState>) => setState((now) => ({ ...now, ...change }));

  const settle = async (outcome: Outcome<unknown>) => {
    if (outcome.kind === "DONE") {
      keep.clear();
      return onSaved();
    }
    // An answer that did come back settles this try; a lost one may have been carried out and keeps its key.
    if (outcome.kind !== "UNREACHABLE") set({ key: newKey() });
    if (outcome.kind === "CONFLICT") {
      await reload();
      return set({ busy: false, step: "CONFLICT" });
    }
    const problems = outcome.kind === "INVALID" ? outcome.problems : [];
    const errors =
      problems.length > 0
        ? problems.map(({ path, message }) => ({ field: fieldOf(action.id, path), message }))
        : [{ field: null, message: explain(outcome) }];
    set({ busy: false, errors, ...(outcome.kind === "INVALID" ? { step: "WRITING" as const } : {}) });
  };

  const change = (draft: ProgressDraft) => {
    keep.write({ value: draft, basedOnVersion: state.basedOn });
    set({ draft, key: newKey() });
  };

  return {
    ...state,
    change,
    /** Looks at what will change; an empty or too long note stays to be put right. */
    check: () => {
      const errors = checkDraft(action.id, state.draft);
      set(errors.length > 0 ? { errors } : { errors: [], step: "CHECKING" });
    },
    goBack: () => {
      // Whoever comes back from a conflict has seen what the others wrote.
      const basedOn = state.step === "CONFLICT" ? action.progress.length : state.basedOn;
      keep.write({ value: state.draft, basedOnVersion: basedOn });
      set({ step: "WRITING", errors: [], basedOn });
    },
    save: async () => {
      set({ busy: true, errors: [] });
      const { draft, basedOn, key } = state;
      const { data, error } = await client
        .mutation(RecordProgressMutation, {
          input: { ...draft, action: action.id, basedOnNotes: basedOn, idempotencyKey: key },
        })
        .toPromise();
      await settle(outcomeOf(data?.recordDeliveryProgress, error));
    },
    /** After a conflict: the note joins theirs, with the status that was chosen. */
    choose: (status: ProgressDraft["status"]) => {
      const draft = { ...state.draft, status };
      const basedOn = action.progress.length;
      keep.write({ value: draft, basedOnVersion: basedOn });
      set({ draft, basedOn, key: newKey(), step: "CHECKING", errors: [] });
    },
    discard: () => {
      keep.clear();
      set({ ...afresh(action), restored: false, errors: [], step: "WRITING" });
    },
  };
};

export type Progress = ReturnType<typeof useProgress>;
