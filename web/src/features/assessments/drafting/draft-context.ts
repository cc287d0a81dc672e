import { createContext, useContext } from "react";
import type { Content } from "../types.ts";

export interface DraftContextValue {
  content: Content;
  /** Id of the signed-in person: unsaved text in the browser is theirs alone. Empty where a form is tried out. */
  person: string;
}

export const DraftContext = createContext<DraftContextValue | null>(null);

export const useDraft = (): DraftContextValue => {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error("Used outside a page of a draft");
  return draft;
};
