import { useState } from "react";

/** Which branches of a tree are open. */
export interface OpenBranches {
  isOpen: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Opens these as well. */
  open: (ids: readonly string[]) => void;
  /** Opens just these. */
  only: (ids: readonly string[]) => void;
}

export const useOpen = (atFirst: readonly string[]): OpenBranches => {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set(atFirst));
  return {
    isOpen: (id) => ids.has(id),
    toggle: (id) =>
      setIds((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id])),
    open: (more) => setIds((now) => new Set([...now, ...more])),
    only: (these) => setIds(new Set(these)),
  };
};
