import { type ReactNode, useState } from "react";
import { LinkButton } from "../../../ui/button.tsx";
import type { Column } from "../../../ui/table.tsx";
import { EditPanel } from "../editing/edit-panel.tsx";
import type { EditKind } from "../editing/types.ts";
import type { Result } from "./types.ts";

/** On this page people come to judge: that stands first, and commentary beside it. */
const KINDS: readonly EditKind[] = ["RATING", "COMMENTARY", "FIGURE", "TARGET"];

const buttonId = (edition: string): string => `judge-${edition.replace(/\W+/g, "-")}`;

interface ResultEditing {
  column: Column<Result>;
  beneath: (result: Result) => ReactNode;
}

/** The button on each dashboard's row, and the forms beneath the row that is open. */
export const useResultEditing = (
  subject: { metric: string; organisation: string },
  onErrors: (has: boolean) => void,
): ResultEditing => {
  const [open, setOpen] = useState<string | null>(null);
  const close = (edition: string) => {
    setOpen(null);
    // The panel is gone: the focus goes back to the button that opened it.
    requestAnimationFrame(() => document.getElementById(buttonId(edition))?.focus());
  };
  return {
    column: {
      key: "change",
      heading: "Judge or comment",
      screenOnly: true,
      cell: ({ edition }) => (
        <LinkButton
          id={buttonId(edition.period.code)}
          expanded={open === edition.period.code}
          hiddenText={edition.period.label}
          onClick={() => setOpen(open === edition.period.code ? null : edition.period.code)}
        >
          Change
        </LinkButton>
      ),
    },
    beneath: ({ edition }) =>
      open === edition.period.code ? (
        <EditPanel
          subject={{ ...subject, edition: edition.period.code }}
          kinds={KINDS}
          onErrors={onErrors}
          onClose={() => close(edition.period.code)}
        />
      ) : null,
  };
};
