import { classNames } from "./class-names.ts";

export type MarkShape = "circle" | "triangle" | "square" | "diamond" | "dash" | "up" | "down" | "level";
export type MarkTone = "good" | "middle" | "bad" | "neutral";

const PATHS: Record<MarkShape, string> = {
  circle: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
  triangle: "M8 1l7.500 13.500H.5z",
  square: "M2 2h12v12H2z",
  diamond: "M8 .5L15.500 8 8 15.500.5 8z",
  dash: "M2 6.500h12v3H2z",
  up: "M8 1l6 7h-4v7H6V8H2z",
  down: "M8 15l6-7h-4V1H6v7H2z",
  level: "M0 8l4.500-4.500v3h7v-3L16 8l-4.500 4.500v-3h-7v3z",
};

interface MarkProps {
  shape: MarkShape;
  tone: MarkTone;
  words: string;
  className?: string | undefined;
}

/** A judgement in three ways at once: shape, colour and words; the words carry it. */
export const Mark = ({ shape, tone, words, className }: MarkProps) => (
  <span className={classNames("app-mark", `app-mark--${tone}`, className)}>
    <svg
      className="app-mark__shape"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[shape]} />
    </svg>
    <span className="app-mark__words">{words}</span>
  </span>
);
