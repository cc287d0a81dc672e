import type { ReactNode } from "react";

export type TagColour =
  | "grey"
  | "green"
  | "teal"
  | "blue"
  | "purple"
  | "magenta"
  | "red"
  | "orange"
  | "yellow";

export const Tag = ({ colour, children }: { colour: TagColour; children: ReactNode }) => (
  <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>
);
