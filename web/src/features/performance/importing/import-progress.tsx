import { Progress } from "../../../ui/progress.tsx";
import type { ImportState, Listed } from "./types.ts";

type StepProgress = NonNullable<Listed["progress"]>;

const LABEL: Partial<Record<ImportState, string>> = {
  READING: "Reading",
  CHECKING: "Checking every row of",
  COMMITTING: "Recording the figures of",
  UNDOING: "Undoing",
};

const wordsFor = ({ waiting, rowsDone, rowsInAll }: StepProgress): string => {
  if (waiting) return "Waiting for another import, since one at a time is worked on";
  const done = rowsDone.toLocaleString("en-GB");
  return rowsInAll === null ? `${done} rows so far` : `${done} of ${rowsInAll.toLocaleString("en-GB")} rows`;
};

interface ImportProgressProps {
  state: ImportState;
  progress: StepProgress;
  fileName: string;
}

/** A step that is under way. It goes on when the page is closed, and this address shows it again. */
export const ImportProgress = ({ state, progress, fileName }: ImportProgressProps) => (
  <>
    <Progress
      label={`${LABEL[state] ?? "Working on"} ${fileName}`}
      done={progress.rowsDone}
      total={progress.waiting ? null : progress.rowsInAll}
      words={wordsFor(progress)}
    />
    <p className="govuk-body">
      You can leave this page: it goes on, and you find it again under Import figures.
    </p>
  </>
);
