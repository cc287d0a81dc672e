import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  createLiveLink,
  GATHER_MS,
  LIVE_RETRIES,
  OWN_SAVE_MS,
  PLACE_MS,
  type StreamSink,
} from "./live-link.ts";
import type { Told } from "./operations.ts";

const ME = "me";
const CASEY = { id: "casey", name: "Casey" };

const told = (change: Partial<Told>): Told => ({
  kind: "ANSWER",
  action: "answer.saved",
  at: "2026-03-02T10:31:00Z",
  place: "change",
  label: "question 1",
  version: 2,
  by: CASEY,
  presence: [],
  ...change,
});
const at = (id: string, place: string | null): Told["presence"][number] => ({
  place,
  label: place === null ? null : `question ${place}`,
  user: { id, name: id },
});

const setUp = () => {
  const sinks: StreamSink[] = [];
  const closed = vi.fn();
  const calls = { showPlace: vi.fn(), refresh: vi.fn(), announce: vi.fn(), isKnown: vi.fn(() => false) };
  const link = createLiveLink({
    person: ME,
    open: (sink) => {
      sinks.push(sink);
      return closed;
    },
    ...calls,
  });
  link.start();
  return { link, sinks, closed, ...calls, sink: () => sinks.at(-1) as StreamSink };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what others do", () => {
  test("is read once for a burst, told beside its place, and announced", () => {
    const { link, sink, refresh, announce } = setUp();
    sink().next(told({ kind: "OPENED", by: null, place: null }));
    sink().next(told({}));
    sink().next(told({ version: 3, at: "2026-03-02T10:32:00Z" }));
    vi.advanceTimersByTime(GATHER_MS);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(link.read().news.get("change")).toMatchObject({ name: "Casey", at: "2026-03-02T10:32:00Z" });
    expect(announce.mock.calls).toEqual([["Casey changed question 1."], ["Casey changed question 1."]]);
  });

  test.each([
    ["evidence.cited", "cited evidence"],
    ["evidence.cited-anew", "cited evidence anew"],
    ["evidence.removed", "took out evidence"],
    ["evidence.noted", "changed a note on evidence"],
    ["evidence.watched", "changed the evidence"],
  ])("with evidence is read, announced and told beside its place: %s", (action, did) => {
    const { link, sink, refresh, announce } = setUp();
    const evidence = { kind: "EVIDENCE", action, version: null } as const;
    sink().next(told({ ...evidence, place: "impact.AGE", label: "question 10 (Age)" }));
    sink().next(told({ ...evidence, place: null, label: null }));
    vi.advanceTimersByTime(GATHER_MS);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(announce.mock.calls).toEqual([[`Casey ${did} for question 10 (Age).`], [`Casey ${did}.`]]);
    expect([...link.read().evidence].map(([place, news]) => [place, news.name, news.did])).toEqual([
      ["impact.AGE", "Casey", did],
      ["assessment", "Casey", did],
    ]);
    // An answer's own note tells of its text alone.
    expect(link.read().news.size).toBe(0);
  });

  test("as a change of people or state is read, with nothing said of a place", () => {
    const { link, sink, refresh } = setUp();
    sink().next(told({ kind: "STATUS", place: null, label: null, version: null }));
    sink().next(told({ kind: "MISSED", by: null, place: null }));
    vi.advanceTimersByTime(GATHER_MS);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(link.read().news.size).toBe(0);
  });
});

describe("what the person did", () => {
  const own = told({ by: { id: ME, name: "Me" } });

  test("here is known, and neither read again nor announced", () => {
    const { sink, refresh, announce, isKnown } = setUp();
    isKnown.mockReturnValue(true);
    sink().next(own);
    vi.advanceTimersByTime(OWN_SAVE_MS);
    expect([refresh.mock.calls.length, announce.mock.calls.length]).toEqual([0, 0]);
  });

  test("in another tab is read", () => {
    const { sink, refresh } = setUp();
    sink().next(own);
    vi.advanceTimersByTime(OWN_SAVE_MS);
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});

describe("who is there", () => {
  test("counts a person once, where they write, and never oneself", () => {
    const { link, sink } = setUp();
    sink().next(
      told({
        kind: "PRESENCE",
        by: null,
        presence: [at(ME, "1"), at("casey", null), at("casey", "9"), at("sam", null)],
      }),
    );
    expect(link.read().others).toEqual([
      { id: "casey", name: "casey", place: "9", label: "question 9" },
      { id: "sam", name: "sam", place: null, label: null },
    ]);
  });

  test("is announced when somebody comes, goes, or writes in the same place; not when they move about", () => {
    const { link, sink, announce, refresh } = setUp();
    const present = (...presence: Told["presence"]) =>
      sink().next(told({ kind: "PRESENCE", by: null, presence }));
    link.writeAt("3");
    present(at("casey", null));
    present(at("casey", "1"));
    present(at("casey", "2"));
    present(at("casey", "3"));
    present(at("casey", "3"));
    present();
    expect(announce.mock.calls.flat()).toEqual([
      "casey has this draft open too.",
      "casey is writing in the same place as you: question 3.",
      "casey has left.",
    ]);
    vi.advanceTimersByTime(GATHER_MS);
    expect(refresh).not.toHaveBeenCalled();
  });

  test("the others learn where one writes, at most so often, and only while there is a stream", () => {
    const { link, sink, showPlace } = setUp();
    link.writeAt("1");
    vi.advanceTimersByTime(PLACE_MS);
    expect(showPlace).not.toHaveBeenCalled();
    sink().next(told({ kind: "OPENED", by: null }));
    expect(showPlace.mock.calls).toEqual([["1"]]);
    for (const place of ["2", "3", null, "4"]) link.writeAt(place);
    vi.advanceTimersByTime(PLACE_MS);
    link.writeAt("4");
    vi.advanceTimersByTime(PLACE_MS);
    expect(showPlace.mock.calls).toEqual([["1"], ["4"]]);
  });
});

describe("a stream that breaks", () => {
  test("is tried again ever more seldom, without a word, and the others are not shown meanwhile", () => {
    const { link, sinks, sink, announce, refresh } = setUp();
    sink().next(told({ kind: "PRESENCE", by: null, presence: [at("casey", null)] }));
    announce.mockClear();
    for (const pause of [...LIVE_RETRIES, LIVE_RETRIES.at(-1) ?? 0]) {
      const before = sinks.length;
      sink().end("BROKEN");
      expect(link.read().others).toEqual([]);
      vi.advanceTimersByTime(pause - 1);
      expect(sinks.length).toBe(before);
      vi.advanceTimersByTime(1);
      expect(sinks.length).toBe(before + 1);
    }
    expect([announce.mock.calls.length, refresh.mock.calls.length]).toEqual([0, 0]);
  });

  test("comes back at once when the connection does, and shows again where one writes", () => {
    const { link, sinks, sink, showPlace } = setUp();
    sink().next(told({ kind: "OPENED", by: null }));
    link.writeAt("1");
    vi.advanceTimersByTime(PLACE_MS);
    sink().end("BROKEN");
    link.wake();
    link.wake();
    expect(sinks.length).toBe(2);
    sink().next(told({ kind: "OPENED", by: null }));
    expect(showPlace.mock.calls).toEqual([["1"], ["1"]]);
  });

  test("that is refused is not asked for again: the page finds out why", () => {
    const { sinks, sink, refresh } = setUp();
    sink().end("REFUSED");
    vi.advanceTimersByTime(600_000);
    expect([sinks.length, refresh.mock.calls.length]).toEqual([1, 1]);
  });

  test("and a link that stopped stays silent until it is started", () => {
    const { link, sinks, sink, closed, refresh } = setUp();
    sink().next(told({}));
    link.stop();
    expect(closed).toHaveBeenCalledTimes(1);
    sinks[0]?.next(told({}));
    link.wake();
    vi.advanceTimersByTime(600_000);
    expect([sinks.length, refresh.mock.calls.length]).toEqual([1, 0]);
    link.start();
    expect(sinks.length).toBe(2);
  });
});
