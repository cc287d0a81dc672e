import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { expectAccessible } from "../testing/axe.ts";
import { InRouter } from "../testing/in-router.tsx";
import { AppLink } from "./app-link.tsx";
import { NotificationBanner, WarningText } from "./banners.tsx";
import { Details } from "./details.tsx";
import { Mark } from "./mark.tsx";
import { Breadcrumbs, Steps } from "./navigation.tsx";
import { MovedContext, Page } from "./page.tsx";
import { SummaryCard, SummaryList } from "./summary-list.tsx";
import { Table } from "./table.tsx";
import { TaskList } from "./task-list.tsx";
import { Timeline } from "./timeline.tsx";

const page = (errors: { field: string; message: string }[], moved = false) => (
  <MovedContext value={moved}>
    <InRouter>
      <Page title="Add an action" caption="Improvement plan" errors={errors}>
        <AppLink to="/elsewhere">Go elsewhere</AppLink>
      </Page>
    </InRouter>
  </MovedContext>
);

test.each([
  [[], "Add an action - Due Regard"],
  [[{ field: "name", message: "Enter a name" }], "Error: Add an action - Due Regard"],
])("with the errors %o the title is %s", async (errors, title) => {
  render(page(errors));
  await waitFor(() => expect(document.title).toBe(title));
});

test("the first page leaves the focus where the browser has it; a later one starts at its heading", async () => {
  const first = render(page([]));
  expect(document.activeElement).toBe(document.body);
  first.unmount();
  render(page([], true));
  await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
  await userEvent.click(screen.getByRole("link", { name: "Go elsewhere" }));
  await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
});

test("a table names each cell's column, for screens too narrow for columns", async () => {
  const { container } = render(
    <Table
      caption="Measures"
      rows={[{ code: "1A", value: "19.1" }]}
      rowKey={({ code }) => code}
      columns={[
        { key: "code", heading: "Code", rowHeading: true, cell: ({ code }) => code },
        { key: "value", heading: "Figure", cell: ({ value }) => value },
      ]}
    />,
  );
  const row = screen.getByRole("row", { name: /1A/ });
  expect(within(row).getByRole("rowheader").textContent).toBe("1A");
  expect(within(row).getByRole("cell").textContent).toBe("Figure19.1");
  expect(
    within(row).getByText("Figure").getAttribute("aria-hidden"),
    "read out once, as the column's heading",
  ).toBe("true");
  await expectAccessible(container);
});

test("tasks that can't be opened are no links, and each has its status", async () => {
  const { container } = render(
    <InRouter>
      <TaskList
        tasks={[
          {
            key: "a",
            title: "Screening",
            to: "/screening",
            hint: "2 of 8 answered",
            status: { words: "In progress", colour: "teal" },
          },
          { key: "b", title: "Report", to: null, status: { words: "Cannot start yet", colour: null } },
        ]}
      />
    </InRouter>,
  );
  const link = await screen.findByRole("link", { name: "Screening" });
  const description = (link.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent);
  expect(description).toEqual(["2 of 8 answered", "In progress"]);
  expect(screen.queryByRole("link", { name: "Report" })).toBeNull();
  await expectAccessible(container);
});

test("the other pieces pass axe, and a judgement is said in words", async () => {
  const { container } = render(
    <InRouter>
      <Breadcrumbs crumbs={[{ to: "/", words: "Home" }]} />
      <main>
        <h1>Page</h1>
        <NotificationBanner>Saved</NotificationBanner>
        <WarningText>It can&rsquo;t be undone</WarningText>
        <Details summary="Notes">Words</Details>
        <Mark shape="triangle" tone="bad" words="Red" />
        <h2>Facts</h2>
        <SummaryCard title="Action 1">
          <SummaryList
            rows={[
              {
                key: "a",
                label: "Objective",
                value: "More",
                change: { to: "/a", words: "Change", hiddenText: "objective" },
              },
            ]}
          />
        </SummaryCard>
        <Timeline events={[{ id: "1", title: "Signed off", by: "Sam", at: "2026-11-22T14:02:00Z" }]} />
        <Steps label="Through" previous={{ to: "/a", label: "Before" }} next={{ to: "/b", label: "After" }} />
      </main>
    </InRouter>,
  );
  await screen.findByText("Red");
  expect(screen.getByText("22 November 2026 at 14:02").getAttribute("datetime")).toBe("2026-11-22T14:02:00Z");
  await expectAccessible(container);
});
