/** What somebody ticked before they were sent to sign in again, for one assessment in one tab of the browser. */
export interface KeptSigning {
  /** The hash of what they had read. A tick holds for that text alone. */
  contentHash: string;
  confirmed: boolean;
  /** True from the moment at which they left to sign in. */
  leftToSignIn: boolean;
}

/** The person is part of the name: whoever signs in instead of them gets nothing of it. */
const nameOf = (person: string, reference: string) => `due-regard:signing:${person}:${reference}`;

const attempt = <Answer>(act: () => Answer, otherwise: Answer): Answer => {
  try {
    return act();
  } catch {
    return otherwise;
  }
};

/** The tab's own storage lives as long as the tab, also while it shows the sign-in page. Without storage nothing is kept. */
export const keepSigning = (person: string, reference: string) => {
  const name = nameOf(person, reference);
  return {
    read: (): KeptSigning | null =>
      attempt(() => JSON.parse(sessionStorage.getItem(name) ?? "null") as KeptSigning | null, null),
    write: (kept: KeptSigning): void =>
      attempt(() => sessionStorage.setItem(name, JSON.stringify(kept)), undefined),
    clear: (): void => attempt(() => sessionStorage.removeItem(name), undefined),
  };
};
