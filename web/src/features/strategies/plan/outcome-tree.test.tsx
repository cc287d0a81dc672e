import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { InRouter } from "../../../testing/in-router.tsx";
import { OutcomeTree } from "./outcome-tree.tsx";
import { growTree } from "./tree.ts";
import type { Element } from "./types.ts";
import { useOpen } from "./use-open.ts";

type Ratings = NonNullable<Element["ratings"]>;

const row = (position: number, effective: string | null): Ratings["rows"][number] => ({
  position,
  title: `Measure ${position}`,
  metric: { id: `m${position}`, code: `M${position}` },
  current: { id: `o${position}`, display: `${position}0%` },
  rating: { effective },
});

const count = (rows: Ratings["rows"], key: string | null) =>
  rows.filter(({ rating }) => rating.effective === key).length;

const ratings = (...rows: Ratings["rows"]): Ratings => ({
  rows,
  summary: {
    rows: rows.length,
    judged: rows.length - count(rows, null),
    sentence: "",
    counts: [
      { key: "GREEN", label: "On target", count: count(rows, "GREEN") },
      { key: "RED", label: "To miss", count: count(rows, "RED") },
      { key: "NONE", label: "No judgement", count: count(rows, null) },
    ],
  },
});

const element = (id: string, change: Partial<Element>): Element => ({
  id,
  kind: "OUTCOME",
  number: null,
  title: `Outcome ${id}`,
  text: null,
  found: [],
  willDo: [],
  howWeWillKnow: [],
  doubts: [],
  parent: null,
  metrics: [],
  ratings: ratings(),
  ...change,
});

const ELEMENTS = [
  element("a", { ratings: ratings(row(1, "GREEN"), row(2, "RED"), row(3, null)) }),
  element("a1", {
    kind: "SUPPORTING_OUTCOME",
    parent: { id: "a" },
    ratings: ratings(row(1, "GREEN"), row(2, "RED")),
    metrics: [{ id: "old", code: "OLD", title: "Measure of another year" }],
  }),
  element("b", {}),
  element("c", {
    kind: "PRIORITY",
    number: "P1",
    found: ["Few know"],
    willDo: ["Tell them"],
    howWeWillKnow: ["They say so"],
  }),
];

const Tree = ({ open = ["a", "c"] }: { open?: string[] }) => {
  const branches = useOpen(open);
  return (
    <InRouter>
      <h1>Plan</h1>
      <h2>Tree</h2>
      <OutcomeTree branches={growTree(ELEMENTS)} depth={0} organisation="E10000018" open={branches} />
    </InRouter>
  );
};

const item = (id: string) => document.getElementById(id) as HTMLElement;

test("each branch says how all beneath it is rated, out of how many, and shows its own rows once", async () => {
  const { container } = render(<Tree open={["a", "a1", "b", "c"]} />);
  await screen.findByRole("heading", { level: 3, name: /Outcome a$/ });
  const words = (id: string) =>
    [...(item(id).querySelector(".app-rating-counts")?.querySelectorAll("li") ?? [])].map(
      (li) => li.textContent,
    );
  expect(words("a")).toEqual(["1 of 3 measures on target", "1 to miss", "1 no judgement"]);
  expect(words("a1")).toEqual(["1 of 2 measures on target", "1 to miss"]);
  expect(within(item("b")).getByText("No measures")).toBeDefined();
  const links = screen.getAllByRole("link", { name: /^Measure \d$/ }).map((link) => link.textContent);
  expect(links.sort()).toEqual(["Measure 1", "Measure 2", "Measure 3"]);
  expect(screen.getByRole("link", { name: "Measure 3" }).getAttribute("href")).toBe(
    "/performance/metrics/M3?organisation=E10000018",
  );
  expect(within(item("a1")).getByRole("link", { name: "Measure of another year" })).toBeDefined();
  await expectAccessible(container);
});

test("branches open and close by keyboard, and say which they are", async () => {
  render(<Tree />);
  const button = await screen.findByRole("button", { name: /Supporting outcome.*Outcome a1/ });
  expect(button.getAttribute("aria-expanded")).toBe("false");
  button.focus();
  await userEvent.keyboard("{Enter}");
  expect(button.getAttribute("aria-expanded")).toBe("true");
  await userEvent.keyboard(" ");
  expect(button.getAttribute("aria-expanded")).toBe("false");
  // What is closed stays on the page, for paper.
  expect(document.getElementById("a1-body")?.className).toContain("app-expander__body--closed");
  // A branch with nothing beneath it has nothing to open.
  expect(within(item("b")).queryByRole("button")).toBe(null);
});

test("a priority says what was found, what will be done and how it will be known", async () => {
  render(<Tree />);
  await screen.findByRole("heading", { name: /Priority P1.*Outcome c/ });
  expect(item("c").textContent).toContain("What we foundFew know");
  expect(item("c").textContent).toContain("What we will doTell them");
  expect(item("c").textContent).toContain("How we will knowThey say so");
});
