import type { ArrangeData } from "./load-preparing.ts";

/** Where a measure may stand on a dashboard: under a layer, an outcome, a supporting outcome. */
export interface Place {
  value: string;
  label: string;
  outcome: string | null;
  supportingOutcome: string | null;
}

type Strategy = ArrangeData["strategies"]["edges"][number]["node"];

/** Layers of the organisation's plans, each with the plan's name: plans share them. */
export const layersOf = (strategies: readonly Strategy[]): { value: string; label: string }[] =>
  strategies.flatMap(({ title, elements }) =>
    elements
      .filter(({ kind }) => kind === "LAYER")
      .map((element) => ({ value: element.id, label: `${element.title} (${title})` })),
  );

/** Outcomes, and beneath each its supporting outcomes: choosing one of these stands for both. */
export const outcomesOf = (strategies: readonly Strategy[]): Place[] =>
  strategies.flatMap(({ title, elements }) =>
    elements
      .filter(({ kind }) => kind === "OUTCOME")
      .flatMap((outcome) => [
        {
          value: outcome.id,
          label: `${outcome.title} (${title})`,
          outcome: outcome.id,
          supportingOutcome: null,
        },
        ...elements
          .filter(({ kind, parent }) => kind === "SUPPORTING_OUTCOME" && parent?.id === outcome.id)
          .map((supporting) => ({
            value: supporting.id,
            label: `${outcome.title}: ${supporting.title} (${title})`,
            outcome: outcome.id,
            supportingOutcome: supporting.id,
          })),
      ]),
  );
