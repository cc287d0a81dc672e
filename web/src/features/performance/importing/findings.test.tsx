import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { InRouter } from "../../../testing/in-router.tsx";
import { Findings } from "./findings.tsx";
import type { FoundImport, RowProblem } from "./types.ts";

const problem = (more: Partial<RowProblem>): { node: RowProblem } => ({
  node: {
    row: 4,
    column: 4,
    header: "value",
    printed: "1O.5",
    kind: "UNREADABLE_VALUE",
    weight: "BLOCKS",
    wrong: "“1O.5” can’t be read as a number.",
    remedy: "Write the figure in plain digits.",
    ...more,
  },
});

const found = (counts: Partial<NonNullable<FoundImport["counts"]>>, edges = [problem({})]): FoundImport =>
  ({
    id: "abc",
    fileName: "figures.csv",
    state: "CHECKED",
    counts: { rows: 5, figures: 4, new: 1, revised: 2, same: 1, leftOut: 0, faulty: 1, warned: 1, ...counts },
    problemCounts: [...new Set(edges.map(({ node }) => node.weight))].map((weight) => ({
      kind: "DOUBT",
      weight,
      rows: 1,
    })),
    problems: { totalCount: edges.length, pageInfo: { hasNextPage: false, endCursor: null }, edges },
    changes: {
      totalCount: 1,
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: [
        {
          node: {
            row: 2,
            group: null,
            before: "11.2%",
            after: "11.4%",
            outcome: "REVISED",
            metric: { code: "1E", title: "People with a learning disability in employment" },
            organisation: { id: "1", code: "E10000018", name: "Leicestershire County Council" },
            period: { code: "2019-20", label: "2019/20" },
          },
        },
      ],
    },
  }) as unknown as FoundImport;

const renderFindings = (which: FoundImport, error?: string) => {
  const [onRecord, onRefuse] = [vi.fn(), vi.fn()];
  const view = render(
    <InRouter path="/performance/import/abc">
      <Findings found={which} busy={false} error={error} onRecord={onRecord} onRefuse={onRefuse} />
    </InRouter>,
  );
  return { onRecord, onRefuse, ...view };
};

const TWO = [
  problem({}),
  problem({
    row: 5,
    column: null,
    header: null,
    printed: null,
    weight: "WARNS",
    wrong: "Odd",
    remedy: "Look",
  }),
];

test("every problem says where it is, what stands there, what is wrong and what to do", async () => {
  const { container } = renderFindings(found({}, TWO));
  const table = screen.getByRole("table", { name: "Problems, in the order of the file" });
  const cells = within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...row.querySelectorAll(".app-table__content")].map(({ textContent }) => textContent));
  expect(cells).toEqual([
    [
      "4",
      "value",
      "1O.5",
      "Stops the row “1O.5” can’t be read as a number.",
      "Write the figure in plain digits.",
    ],
    ["5", "The whole row", "", "To look at Odd", "Look"],
  ]);
  const download = screen.getByRole("link", { name: "Download all problems as CSV" });
  expect(download.getAttribute("href")).toBe("/downloads/import-problems.csv?import=abc");
  expect(screen.getByRole("link", { name: "Those that stop a row" }).getAttribute("href")).toBe(
    "/performance/import/abc?weight=BLOCKS",
  );
  await expectAccessible(container);
});

test("what would change stands beside what is recorded", () => {
  renderFindings(found({}));
  const table = screen.getByRole("table", { name: "What would change" });
  expect(within(table).getByText("11.2%")).toBeDefined();
  expect(within(table).getByText("11.4%")).toBeDefined();
  expect(within(table).getByText("1E, Leicestershire County Council, 2019/20")).toBeDefined();
});

test("a faulty row stops the whole until somebody says that it is left out", async () => {
  const { onRecord, onRefuse } = renderFindings(found({}));
  const button = screen.getByRole("button", { name: "Record 3 figures" });
  await userEvent.click(button);
  expect(onRecord).not.toHaveBeenCalled();
  expect(onRefuse).toHaveBeenCalledExactlyOnceWith([
    {
      field: "skip-faulty",
      message:
        "Mend the faulty row and upload the file again, or say that the rest is to be recorded without",
    },
  ]);
  await userEvent.click(screen.getByLabelText("Leave out the faulty row and record the rest"));
  await userEvent.click(button);
  expect(onRecord).toHaveBeenCalledExactlyOnceWith(true);
});

test("a file without a fault is recorded at once, and one without a change not at all", async () => {
  const { onRecord, unmount } = renderFindings(found({ faulty: 0 }, []));
  await userEvent.click(screen.getByRole("button", { name: "Record 3 figures" }));
  expect(onRecord).toHaveBeenCalledExactlyOnceWith(false);
  unmount();
  const { container } = renderFindings(found({ faulty: 0, new: 0, revised: 0 }, []));
  expect(screen.queryByRole("button")).toBe(null);
  expect(container.textContent).toContain("There is nothing to record in this file.");
  await expectAccessible(container);
});
