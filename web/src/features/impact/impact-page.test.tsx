import { COLUMN_WORDS, IMPACT_COLUMNS } from "@due-regard/domain/ehria/cumulative/cumulate";
import { PROTECTED_CHARACTERISTICS } from "@due-regard/domain/ehria/vocabulary";
import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createMemoryRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/axe.ts";
import { cellAddress, downloadAddress, impactVariables, yearOptions } from "./impact-address.ts";
import { ImpactView } from "./impact-page.tsx";
import type { Impact } from "./types.ts";

const listed = (id: string, title: string) => ({
  id,
  reference: `EHRIA-2026-000${id}`,
  title,
  status: "SIGNED_OFF" as const,
  completedOn: null,
  department: { id: "D", name: "Adults and Communities" },
});

const ENTRIES: Record<string, string[]> = { "DISABILITY NEGATIVE": ["1", "2"], "DISABILITY POSITIVE": [] };

const sample = (assessments = [listed("1", "Closing a centre"), listed("2", "Charging")]): Impact => ({
  departments: [{ id: "D", name: "Adults and Communities", slug: "adults" }],
  strategies: {
    edges: [
      {
        node: {
          id: "P",
          slug: "plan",
          title: "A plan",
          startsOn: "2020-04-01",
          endsOn: "2999-03-31",
          gaps: { assessmentCount: 0, openActionCount: 2, actionsWithoutAssessment: [{ id: "A" }] },
        },
      },
    ],
  },
  cumulativeImpact: {
    assessmentCount: assessments.length,
    notCounted: 1,
    headline: ["2 of 2 assessments say that disabled people are affected negatively."],
    assessments,
    cells: PROTECTED_CHARACTERISTICS.flatMap((characteristic) =>
      IMPACT_COLUMNS.map((column) => {
        const ids =
          characteristic === "DISABILITY"
            ? (ENTRIES[`${characteristic} ${column}`] ?? [])
            : column === "NOT_AFFECTED"
              ? ["1", "2"]
              : [];
        return {
          characteristic,
          label: characteristic,
          column,
          columnLabel: COLUMN_WORDS[column],
          count: ids.length,
          entries: ids.map((id) => ({
            stage: "REPORT" as const,
            reason: "REPORT_OVER_SCREENING" as const,
            assessment: { id },
          })),
        };
      }),
    ),
    harmsWithoutAction: [
      {
        characteristic: "DISABILITY",
        label: "Disability",
        direction: "NEGATIVE",
        kind: "NO_ACTION_NAMES_IT",
        openActions: 1,
        assessment: { id: "2", reference: "EHRIA-2026-0002", title: "Charging" },
      },
    ],
  },
});

const open = (data: Impact) =>
  render(
    <RouterProvider
      router={createMemoryRouter([{ path: "/impact", element: <ImpactView data={data} /> }], {
        initialEntries: ["/impact"],
      })}
    />,
  );

test("a cell opens the assessments behind it, by keyboard, and says why each is there", async () => {
  const { container } = open(sample());
  await expectAccessible(container);
  const row = screen.getByRole("row", { name: /^DISABILITY/ });
  within(row).getByRole("link", { name: "2 assessments: DISABILITY, negative" }).focus();
  await userEvent.keyboard("{Enter}");
  const heading = await screen.findByRole("heading", { name: "DISABILITY, negative: 2 of 2" });
  expect(document.activeElement).toBe(heading);
  const behind = screen.getByRole("region", { name: "DISABILITY, negative: 2 of 2" });
  expect(
    within(behind)
      .getAllByRole("link")
      .map((link) => link.textContent),
  ).toEqual(["Closing a centre", "Charging"]);
  expect(behind.textContent).toContain("The full report answers for this group");
  await expectAccessible(container);
});

test("what has nothing behind it is told with its denominators", () => {
  open(sample());
  const gaps = screen.getByRole("region", { name: "What has nothing behind it" });
  expect(gaps.textContent).toContain("Disability, negative. Its one open action does not name this group.");
  expect(gaps.textContent).toContain("1 of 1 plan in force or to come.");
  expect(gaps.textContent).toContain("A plan: 1 of 2 open actions");
});

test("where nothing counts there is no table, and the page says what to do", async () => {
  const { container } = open(sample([]));
  expect(screen.queryByRole("table")).toBeNull();
  expect(screen.getByText(/There is nothing to add up yet/)).toBeTruthy();
  await expectAccessible(container);
});

test.each([
  ["", {}],
  ["year=2025-26&strategy=plan", { strategy: "plan", year: "2025-26" }],
  ["year=2025-27&status=WRONG", {}],
  ["status=DRAFT&department=D", { status: ["DRAFT"], department: "D" }],
  ["references=EHRIA-2026-0001,%20EHRIA-2026-0002", { references: ["EHRIA-2026-0001", "EHRIA-2026-0002"] }],
])("the address %j asks for %j", (address, filter) => {
  expect(impactVariables(new URLSearchParams(address)).filter).toEqual(filter);
});

test("a cell keeps what was chosen, and a file is asked for by what people can read", () => {
  const search = new URLSearchParams("department=D&references=one,two&characteristic=AGE&column=MIXED");
  expect(cellAddress(search, { characteristic: "SEX", column: "NEUTRAL" })).toBe(
    "?department=D&references=one%2Ctwo&characteristic=SEX&column=NEUTRAL#behind",
  );
  expect(downloadAddress("impact.csv", search, [{ id: "D", slug: "adults" }])).toBe(
    "/downloads/impact.csv?department=adults&reference=one&reference=two",
  );
});

test("years to choose from begin with the one to come", () => {
  expect(yearOptions("2026-03-31", 1)).toEqual([
    { value: "2026-27", label: "2026/27" },
    { value: "2025-26", label: "2025/26" },
    { value: "2024-25", label: "2024/25" },
  ]);
});
