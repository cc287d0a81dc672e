import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/axe.ts";
import { InRouter } from "../../testing/in-router.tsx";
import { DashboardDownloads, MetricDownloads } from "./downloads.tsx";

const dashboard = {
  organisation: { id: "1", code: "E10000018", name: "Leicestershire County Council" },
  period: { code: "2019-04/2019-11", label: "April to November 2019" },
  asAt: "2026-11-24T23:59:59.000Z",
};

const CSV = "/downloads/dashboard.csv?organisation=E10000018&period=2019-04%2F2019-11";

test.each([
  ["/performance", CSV],
  ["/performance?figures=latest", `${CSV}&asAt=2026-11-24T23%3A59%3A59.000Z`],
])("on %s the dashboard is downloaded as the page shows it", async (path, csv) => {
  const { container } = render(
    <InRouter path={path}>
      <DashboardDownloads dashboard={dashboard} />
    </InRouter>,
  );
  const links = screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]);
  expect(links).toEqual([
    ["Download this dashboard as CSV", csv],
    ["Download this dashboard as spreadsheet (XLSX)", csv.replace(".csv", ".xlsx")],
    ["Download this dashboard as OpenDocument spreadsheet (ODS)", csv.replace(".csv", ".ods")],
    ["Download this dashboard as committee appendix (PDF)", csv.replace(".csv", ".pdf")],
  ]);
  await expectAccessible(container);
});

test("a metric is downloaded for one organisation, or for all", async () => {
  const { container } = render(
    <MetricDownloads code="1C pt 2a" organisation={{ code: "E06000016", name: "Leicester City Council" }} />,
  );
  const address = (name: string) => screen.getByRole("link", { name }).getAttribute("href");
  expect(address("Download the figures of Leicester City Council as CSV")).toBe(
    "/downloads/metric.csv?code=1C+pt+2a&organisation=E06000016",
  );
  expect(address("Download the figures of every organisation as OpenDocument spreadsheet (ODS)")).toBe(
    "/downloads/metric.ods?code=1C+pt+2a",
  );
  await expectAccessible(container);
});

test("a metric as at an instant is downloaded as at that instant", () => {
  const asAt = "2021-01-18T23:59:59.999Z";
  const leicester = { code: "E06000016", name: "Leicester City Council" };
  render(<MetricDownloads code="1E" organisation={leicester} asAt={asAt} />);
  for (const link of screen.getAllByRole("link"))
    expect(new URL(link.getAttribute("href") ?? "", "http://here").searchParams.get("asAt")).toBe(asAt);
});
