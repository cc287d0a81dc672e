const PREFIX = "due-regard:tab:";

/** Which pages of this browser are open, so that one does not send what another is still writing. */
export interface Tabs {
  /** This page's own name. A reload makes it another page. */
  own: string;
  /** Names of the open ones. Null: the browser can't tell (it needs https). */
  listOpen: () => Promise<ReadonlySet<string> | null>;
}

/** A lock of the browser is held for as long as the page is open, and let go however it ends. */
export const createTabs = (own: string): Tabs => {
  const { locks } = navigator;
  const name = PREFIX + own;
  void locks?.request(name, { mode: "shared" }, () => new Promise<never>(() => {})).catch(() => undefined);
  return {
    own,
    listOpen: async () => {
      if (!locks) return null;
      const { held = [] } = await locks.query();
      return new Set(
        held.flatMap((lock) => (lock.name?.startsWith(PREFIX) ? lock.name.slice(PREFIX.length) : [])),
      );
    },
  };
};
