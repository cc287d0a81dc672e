import { type ReactNode, useCallback, useRef } from "react";
import { PageErrorsContext } from "./page-errors.ts";

interface PageErrorsProps {
  /** Told when the first form shows errors, and when the last has none left. */
  onChange: (has: boolean) => void;
  children: ReactNode;
}

/** Gathers from the forms of a page whether any shows errors. */
export const PageErrors = ({ onChange, children }: PageErrorsProps) => {
  const forms = useRef(new Set<string>());
  const tell = useCallback(
    (form: string, has: boolean) => {
      if (has) forms.current.add(form);
      else forms.current.delete(form);
      onChange(forms.current.size > 0);
    },
    [onChange],
  );
  return <PageErrorsContext value={tell}>{children}</PageErrorsContext>;
};
