import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { InRouter } from "../../../testing/in-router.tsx";
import { LookForm } from "./look-form.tsx";
import { MappingForm } from "./mapping-form.tsx";
import type { FileColumns, Mapping } from "./types.ts";

const mapping: Mapping = {
  format: "OWN",
  sheet: "Figures",
  headerRow: 1,
  columns: [
    { field: "METRIC", column: 1 },
    { field: "PERIOD", column: 2 },
    { field: "VALUE", column: 3 },
  ],
  constants: [],
  leaveOutUnknownMetrics: false,
  leaveOutUnknownOrganisations: false,
};

const file = {
  id: "1",
  fileName: "figures.xlsx",
  sheets: [
    { name: "Figures", rows: 3, columns: 4 },
    { name: "Notes", rows: 12, columns: 2 },
  ],
  columns: ["metric", "period", "value", ""].map((header, index) => ({ position: index + 1, header })),
  firstRows: [
    { row: 1, cells: ["metric", "period", "value", ""] },
    { row: 2, cells: ["1E", "2021-22", "11.0", "x"] },
    { row: 3, cells: ["1G", "2021-22", "82", ""] },
  ],
} as unknown as FileColumns;

const renderForm = (errors: { field: string; message: string }[] = []) => {
  const onCheck = vi.fn();
  const view = render(
    <MappingForm file={file} mapping={mapping} errors={errors} busy={false} onCheck={onCheck} />,
  );
  return { onCheck, ...view };
};

test("what headers name is suggested, with what stands below it, and can be changed", async () => {
  const { onCheck, container } = renderForm();
  const metric = screen.getByLabelText<HTMLSelectElement>("Metric (needed)");
  expect(
    within(metric)
      .getAllByRole("option")
      .map(({ textContent }) => textContent),
  ).toEqual([
    "Not in this file",
    "Column 1: metric",
    "Column 2: period",
    "Column 3: value",
    "Column 4, no header",
    "One value for all rows",
  ]);
  expect(metric.value).toBe("1");
  expect(container.textContent).toContain("In the file: 1E · 1G");
  await userEvent.selectOptions(screen.getByLabelText("Organisation (needed)"), "One value for all rows");
  await userEvent.type(screen.getByLabelText("Organisation for all rows"), "E10000018");
  await userEvent.click(screen.getByLabelText("Leave out rows of measures that are not known here"));
  await expectAccessible(container);
  await userEvent.click(screen.getByRole("button", { name: "Check every row" }));
  expect(onCheck).toHaveBeenCalledExactlyOnceWith({
    ...mapping,
    constants: [{ field: "ORGANISATION", value: "E10000018" }],
    leaveOutUnknownMetrics: true,
  });
});

test("fields that the file does not seem to hold are folded away, unless one of them is wrong", () => {
  const first = renderForm();
  const details = () => screen.getByText(/What this file does not seem to hold/).closest("details");
  expect(details()?.open).toBe(false);
  expect(within(details() as HTMLElement).getByLabelText("Note")).toBeDefined();
  first.unmount();
  renderForm([{ field: "field-NOTE", message: "Column 9 is none" }]);
  expect(details()?.open).toBe(true);
});

test("an error stands at its field", async () => {
  const { container } = renderForm([
    { field: "field-ORGANISATION", message: "Say which column holds ORGANISATION" },
  ]);
  const organisation = screen.getByLabelText("Organisation (needed)");
  const described = organisation.getAttribute("aria-describedby")?.split(" ") ?? [];
  const words = described.map((id) => document.getElementById(id)?.textContent).join(" ");
  expect(words).toContain("Error: Say which column holds ORGANISATION");
  await expectAccessible(container);
});

test("another sheet is another look at the file, whose headers are found anew", async () => {
  const { container } = render(
    <InRouter path="/performance/import/1/columns">
      <LookForm file={file} mapping={mapping} errors={[]} />
    </InRouter>,
  );
  expect(screen.getByLabelText<HTMLInputElement>("Row with the headers").value).toBe("1");
  await userEvent.selectOptions(screen.getByLabelText("Sheet"), "Notes (12 rows)");
  await userEvent.click(screen.getByRole("button", { name: "Look at the file again" }));
  await expectAccessible(container);
});
