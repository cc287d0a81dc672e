import { useEffect } from "react";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import type { Action } from "../plan/types.ts";
import { CheckStep, ConflictStep, WriteStep } from "./progress-steps.tsx";
import { type ProgressPlace, useProgress } from "./use-progress.ts";

const STEPS = { WRITING: WriteStep, CHECKING: CheckStep, CONFLICT: ConflictStep } as const;

interface ProgressFormProps {
  action: Action;
  on: string;
  place: ProgressPlace;
  reload: () => Promise<void>;
  onSaved: () => void;
  onCancel: () => void;
  /** Tells the page, whose title says so, whether there is something to put right. */
  onErrors: (some: boolean) => void;
}

/** Recording progress in place, under the action that it is about. */
export const ProgressForm = ({
  action,
  on,
  place,
  reload,
  onSaved,
  onCancel,
  onErrors,
}: ProgressFormProps) => {
  const progress = useProgress({ action, place, reload, onSaved });
  const Step = STEPS[progress.step];
  const failing = progress.errors.length > 0;
  useEffect(() => {
    onErrors(failing);
    return () => onErrors(false);
  }, [failing]);
  return (
    <div className="app-progress-form">
      <ErrorSummary errors={progress.errors} level={4} />
      <Step action={action} on={on} progress={progress} onCancel={onCancel} />
    </div>
  );
};
