import { useMemo, useState } from "react";
import type { Signer, Signing } from "../types.ts";
import { type KeptSigning, keepSigning } from "./keep-signing.ts";

export interface SigningState {
  confirmed: boolean;
  confirm: (confirmed: boolean) => void;
  /** Until when the person may sign. Null: they must sign in again first. */
  maySignUntil: string | null;
  /** True when they have just come back from signing in. */
  isBack: boolean;
  /** True when what they had ticked for was changed while they were away. */
  changedMeanwhile: boolean;
  /** Called on the way to the sign-in page. */
  leave: () => void;
  /** Called once it is signed. */
  done: () => void;
}

/** What a signatory ticks, kept over a sign-in; and whether they may sign on the sign-in that they have. */
export const useSigning = (assessment: Signing, viewer: Signer): SigningState => {
  const { reference, contentHash } = assessment;
  const person = viewer?.user.id ?? "";
  const keep = useMemo(() => keepSigning(person, reference), [person, reference]);
  const [arrived] = useState(() => keep.read());
  const isSame = arrived?.contentHash === contentHash;
  const [confirmed, setConfirmed] = useState(isSame && arrived.confirmed);
  const note = (change: Partial<KeptSigning>) =>
    keep.write({ contentHash, confirmed, leftToSignIn: false, ...change });
  const maySignUntil = viewer?.maySignUntil ?? null;
  return {
    confirmed,
    confirm: (next) => {
      setConfirmed(next);
      note({ confirmed: next });
    },
    maySignUntil,
    isBack: arrived?.leftToSignIn === true && maySignUntil !== null,
    changedMeanwhile: arrived?.confirmed === true && !isSame,
    leave: () => note({ leftToSignIn: true }),
    done: keep.clear,
  };
};
