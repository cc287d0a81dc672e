import type { Stored } from "@due-regard/domain/ehria/save-rule";
import { act, render, renderHook, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { LiveContext, type LiveContextValue, useHeld } from "./live-context.ts";
import { LivePlace } from "./live-place.tsx";
import { PresenceLine } from "./presence-line.tsx";

const other = (name: string, place: string | null) => ({
  id: name,
  name,
  place,
  label: place === null ? null : `question ${place}`,
});
const live = (change: Partial<LiveContextValue>): LiveContextValue => ({
  others: [],
  news: new Map(),
  evidence: new Map(),
  writing: null,
  since: 0,
  ...change,
});

test("says in words who else is here, where they write, and who changed what when", async () => {
  const news = new Map([["9", { name: "Sam", at: "2026-01-05T10:31:00Z", heardAt: 5 }]]);
  const value = live({ others: [other("Casey", "9"), other("Lee", "9"), other("Jo", null)], news });
  const page = (writing: string | null) => (
    <LiveContext value={{ ...value, writing, since: 1 }}>
      <main>
        <h1>Draft</h1>
        <PresenceLine />
        <LivePlace place="9">
          <p>Field</p>
        </LivePlace>
      </main>
    </LiveContext>
  );
  const { container, rerender } = render(page(null));
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "Casey, writing in question 9",
    "Lee, writing in question 9",
    "Jo, reading",
  ]);
  screen.getByText("Casey and Lee are writing here too");
  expect(screen.getByText(/Sam changed this at 10:31/).textContent).not.toContain("leave this answer");
  await expectAccessible(container);
  rerender(page("9"));
  expect(screen.getByText(/Sam changed this at 10:31/).textContent).toContain("leave this answer");
});

test("alone, nothing is said", () => {
  const { container } = render(
    <LivePlace place="9">
      <PresenceLine />
    </LivePlace>,
  );
  expect(container.textContent).toBe("");
});

test("a field takes what is stored, but not under the hands of whoever writes in it", () => {
  let value = live({});
  const wrapper = ({ children }: { children: ReactNode }) => (
    <LiveContext value={value}>{children}</LiveContext>
  );
  const stored = (version: number): Stored<string> => ({ value: `text ${version}`, version });
  const { result, rerender } = renderHook(({ now }) => useHeld("9", now), {
    wrapper,
    initialProps: { now: stored(1) },
  });
  const step = (writing: string | null, version: number) =>
    act(() => {
      value = live({ writing });
      rerender({ now: stored(version) });
    });
  step(null, 2);
  expect(result.current.version).toBe(2);
  step("9", 2);
  step("9", 3);
  expect(result.current.version).toBe(2);
  step("10", 3);
  expect(result.current.version).toBe(3);
});
