import type { FormEvent } from "react";
import { useNavigate } from "react-router";
import { listEveryLeftover } from "../../../data/keep.ts";
import { isSlotUnsaved } from "./slot.ts";
import { UNSAVED_ADDRESS } from "./unsaved-address.ts";
import { useOutbox } from "./use-outbox.ts";

/** How long signing out waits for what is on its way, in milliseconds. */
const LAST_CALL = 3000;
const LOOK_EVERY = 50;

/**
 * For the form that signs out: lets it go once the server has everything, and shows first what it has not. Nothing of this
 * person is left in the browser for whoever sits down next, and nothing is thrown away unseen.
 */
export const useSignOut = (person: string) => {
  const outbox = useOutbox(person);
  const navigate = useNavigate();
  const count = () => outbox.read().slots.filter(isSlotUnsaved).length + listEveryLeftover(person).length;
  return async (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    if (count() === 0) return;
    event.preventDefault();
    outbox.flushAll();
    const until = Date.now() + LAST_CALL;
    while (count() > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    if (count() === 0) form.submit();
    else await navigate(`${UNSAVED_ADDRESS}?then=sign-out`);
  };
};
