import { useId } from "react";

interface ProgressProps {
  /** What is under way: “Uploading figures.csv”. */
  label: string;
  done: number;
  /** Null: nobody knows yet how much there is. */
  total: number | null;
  /** How far, in words that people count in: “12.3 MB of 27.1 MB”. */
  words: string;
}

/** Read out in quarters, so that whoever listens is told that it goes on and is not talked at all the time. */
const spoken = (label: string, share: number | null): string =>
  share === null ? label : `${label}: ${Math.floor(share * 4) * 25}%`;

/** How far something is that takes longer than a moment. */
export const Progress = ({ label, done, total, words }: ProgressProps) => {
  const id = useId();
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  return (
    <div className="app-progress">
      <p className="govuk-body app-progress__label" id={id}>
        <strong>{label}</strong>
      </p>
      <progress
        className="app-progress__bar"
        aria-labelledby={id}
        {...(share === null ? {} : { value: share, max: 1 })}
      />
      <p className="govuk-body app-progress__words">
        {share === null ? words : `${Math.floor(share * 100)}%: ${words}`}
      </p>
      <div className="govuk-visually-hidden" role="status">
        {spoken(label, share)}
      </div>
    </div>
  );
};
