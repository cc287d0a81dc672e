import { Progress } from "../../../ui/progress.tsx";
import type { ImportState, Listed } from "./types.ts";

type StepProgress = NonNullable<Listed["progress"]>;

const LABEL: Partial<Record<ImportState, string>> = {
  READING: "Reading",
  CHECKING: "Checking every row of",
  COMMITTING: "Recording the figures of",
  UNDOING: "Undoing",
};

/** Rows are read and checked; figures are recorded and undone. */
const COUNTED: Partial<Record<ImportState, string>> = { COMMITTING: "figures", UNDOING: "figures" };

const wordsFor = (state: ImportState, { waiting, rowsDone, rowsInAll }: StepProgress): string => {
  const noun = COUNTED[state] ?? "rows";
  if (waiting) return "Waiting for another import, since one at a time is worked on";
  const done = rowsDone.toLocaleString("en-GB");
  return rowsInAll === null
    ? `${done} ${noun} so far`
    : `${done} of ${rowsInAll.toLocaleString("en-GB")} ${noun}`;
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
      words={wordsFor(state, progress)}
    />
    <p className="govuk-body">
      You can leave this page: it goes on, and you find it again under Import figures.
    </p>
  </>
);
