import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ANNOUNCE_EVERY, createAnnouncer } from "./announcer.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("says the first thing at once, the rest together later, each once, and then falls silent", () => {
  const announcer = createAnnouncer();
  const heard: string[] = [];
  announcer.subscribe(() => heard.push(announcer.read()));
  announcer.say("One.");
  for (const sentence of ["Two.", "Three.", "Two."]) announcer.say(sentence);
  expect(heard).toEqual(["One."]);
  vi.advanceTimersByTime(ANNOUNCE_EVERY);
  expect(heard).toEqual(["One.", "Two. Three."]);
  vi.advanceTimersByTime(ANNOUNCE_EVERY * 10);
  expect(heard).toEqual(["One.", "Two. Three.", ""]);
  announcer.say("Four.");
  expect(announcer.read()).toBe("Four.");
});

test("counts what would be too much to listen to", () => {
  const announcer = createAnnouncer();
  announcer.say("First.");
  for (let number = 1; number <= 6; number += 1) announcer.say(`${number}.`);
  vi.advanceTimersByTime(ANNOUNCE_EVERY);
  expect(announcer.read()).toBe("1. 2. 3. And 3 more changes.");
});
