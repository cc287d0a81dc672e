import { useEffect } from "react";
import { isSlotUnsaved } from "./slot.ts";
import { useOutbox } from "./use-outbox.ts";

/** How often a page looks for what other pages left behind when they closed, in milliseconds. */
const LOOK_AROUND = 60_000;

/**
 * Stands on every page of somebody who is signed in: sends what waits, whichever page it was written on, and tells the
 * outbox of what happens around it.
 */
export const SaveQueue = ({ person }: { person: string }) => {
  const outbox = useOutbox(person);
  useEffect(() => {
    const lookAround = () => void outbox.adoptOrphans();
    const onVisibility = () => {
      if (document.visibilityState === "hidden") return outbox.flushAll(true);
      outbox.flushAll();
      lookAround();
    };
    const onOnline = () => outbox.flushAll();
    // The browser holds a copy of everything, so that a page can be left at any time; without one it must not go unasked.
    const onLeave = (event: BeforeUnloadEvent) => {
      const isAlone = outbox.read().slots.some((slot) => isSlotUnsaved(slot) && slot.kept !== "KEPT");
      if (isAlone) event.preventDefault();
    };
    lookAround();
    const timer = setInterval(lookAround, LOOK_AROUND);
    window.addEventListener("online", onOnline);
    window.addEventListener("offline", outbox.lose);
    window.addEventListener("beforeunload", onLeave);
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", onOnline);
      window.removeEventListener("offline", outbox.lose);
      window.removeEventListener("beforeunload", onLeave);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, [outbox]);
  return null;
};
