import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { InRouter } from "../../../testing/in-router.tsx";
import { KeptLink } from "./kept-link.tsx";
import { KeptView } from "./kept-page.tsx";
import type { KeptAssessment } from "./queries.ts";

const question = (key: string, number: string) => ({
  key,
  kind: "YES_NO",
  number,
  label: `Label of ${key}`,
  text: `Text of ${key}?`,
  subsection: null,
  parts: [],
});

const reason = "It is asked only when “Label of known” is Yes";
const decidedBy = [{ place: "known", label: "question 4", says: "No" }];

const kept = (change: Partial<KeptAssessment> = {}): KeptAssessment => ({
  id: "A",
  reference: "EHRIA-2026-0007",
  title: "Home care",
  availableActions: ["EDIT"],
  form: [
    { key: "screening", title: "Screening", questions: [question("known", "4"), question("known-why", "5")] },
  ],
  keptAside: [
    { place: "known-why", label: "Why", says: "Plain from the start.", why: "HIDDEN", reason, decidedBy },
    { place: "known-why", label: "Who says so", says: "The head.", why: "HIDDEN", reason, decidedBy },
    {
      place: null,
      label: "Old question",
      says: "Asked once.",
      why: "NOT_IN_FORM",
      reason: "This version of the form does not ask for it",
      decidedBy: [],
    },
  ],
  givenUpTexts: [
    {
      id: "9",
      place: "known",
      label: "question 4",
      text: "Mine, which lost.",
      at: "2026-11-28T10:00:00Z",
      by: { id: "U", name: "Casey Addmore" },
    },
  ],
  ...change,
});

test("what is kept stands with what hides it, what it says, and the way back to the answer that decides", async () => {
  const { container } = render(
    <InRouter>
      <KeptLink assessment={kept()} />
      <KeptView assessment={kept()} />
    </InRouter>,
  );
  expect(screen.getByText(/3 answers, 1 text given up for another’s/)).toBeTruthy();
  const hidden = screen.getByRole("region", { name: "Other answers make them unnecessary" });
  // One reason, told once for both.
  expect(
    within(hidden)
      .getAllByRole("heading", { level: 3 })
      .map(({ textContent }) => textContent),
  ).toEqual([`${reason}.`]);
  expect(within(hidden).getByText("Plain from the start.")).toBeTruthy();
  expect(within(hidden).getByText("The head.")).toBeTruthy();
  const link = within(hidden).getByRole("link", { name: "question 4" });
  expect(link.getAttribute("href")).toMatch(/^\/assessments\/EHRIA-2026-0007\/screening.*#/);
  expect(link.parentElement?.textContent).toBe("question 4, now: No");
  expect(screen.getByText("Mine, which lost.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Go to question 4" })).toBeTruthy();
  await expectAccessible(container);
});

test("whoever may only read is led to no field, and nothing kept is said to be so", async () => {
  const { container, rerender } = render(
    <InRouter>
      <KeptView assessment={kept({ availableActions: [] })} />
    </InRouter>,
  );
  expect(screen.queryByRole("link", { name: /question 4/ })).toBeNull();
  expect(screen.getByText("This is decided by:")).toBeTruthy();
  await expectAccessible(container);
  const empty = kept({ keptAside: [], givenUpTexts: [] });
  rerender(
    <InRouter>
      <KeptLink assessment={empty} />
      <KeptView assessment={empty} />
    </InRouter>,
  );
  expect(screen.getByText("Everything that was written counts.")).toBeTruthy();
  expect(screen.queryByText(/^Kept but not counted:/)).toBeNull();
});
