import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import type { Figure, Metric } from "../words.ts";
import type { MetricData } from "./load-metric.ts";
import { MetricPage } from "./metric-page.tsx";
import { readQuestion } from "./question.ts";
import { chooseSeries, newestWithValue, seriesIn } from "./series.ts";
import { breakdown } from "./testing/breakdown.ts";
import { benchmark, figure, metric, ranking, standing, target } from "./testing/samples.ts";

// Charts draw nothing where they have no room, and here nothing has any.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue({
    ...{ x: 0, y: 0, top: 0, left: 0, bottom: 340, right: 800, width: 800, height: 340 },
    toJSON: () => "",
  });
});
afterEach(() => vi.restoreAllMocks());

const OWN = { id: "A1", code: "A1", name: "Leicestershire County Council" };
const OTHER = { id: "A2", code: "A2", name: "Leicester City Council" };

const figures = [
  figure("2017-18", "60", { doubts: ["The paper's parts give 61"] }),
  figure("2019-20", "62.1", {
    recordedAt: "2021-01-18T00:00:00.000Z",
    revisions: [
      {
        id: "before",
        display: "61%",
        recordedAt: "2020-01-20T00:00:00.000Z",
        supersededAt: "2021-01-18T00:00:00.000Z",
        source: null,
      },
    ],
  }),
  figure("2020-21", null),
  figure("2021-22", "65", { status: "FORECAST", display: "65% expected" }),
  figure("2019-04/2019-11", "58"),
];

interface Shown {
  figures?: Figure[];
  beside?: Figure[];
  changes?: Partial<Metric>;
  reported?: number[];
  address?: string;
}

const open = async ({ figures: own = figures, beside, changes, reported = [], address = "" }: Shown = {}) => {
  const question = readQuestion(new URLSearchParams(address));
  const all = seriesIn(own);
  const series = chooseSeries(all, question.series);
  const others = beside ? [{ organisation: OTHER, observations: beside }] : [];
  const ranked = reported.length > 0 ? [ranking("2019-20", reported, question.group)] : [];
  const data: MetricData = {
    question: { ...question, organisation: "A1" },
    metric: metric({ sideBySide: [{ organisation: OWN, observations: own }, ...others], ...changes }),
    all,
    series,
    period: newestWithValue(series, own)?.code ?? null,
    ranks: { id: "m", series: ranked, everybody: ranked },
    mayEdit: false,
  };
  const router = createMemoryRouter([{ path: "*", loader: () => data, Component: MetricPage }], {
    initialEntries: [`/performance/metrics/1E${address}`],
  });
  const view = render(<RouterProvider router={router} />);
  await screen.findByRole("heading", { level: 1 });
  return { ...view, router };
};

const rowOf = (period: string): HTMLElement => {
  const [row] = screen
    .getAllByRole("row")
    .filter((each) => within(each).queryByRole("rowheader", { name: period }));
  if (!row) throw new Error(`No row for ${period}`);
  return row;
};

test("the whole page passes axe, with everything on it", async () => {
  const { container } = await open({
    beside: [figure("2019-20", "58")],
    reported: [80, 70, 62.1, 60],
    changes: {
      targets: [target("2019-20", "60"), target("2017-18", "50", { operator: "BETWEEN", high: "55" })],
      benchmarks: [benchmark("2019-20", "59")],
      reportedStandings: [standing("2019-20")],
      breakdowns: [breakdown()],
      commentary: [
        {
          id: "c",
          data: "It rose.",
          review: null,
          action: "Keep at it.",
          writtenAt: "2020-02-01T10:00:00.000Z",
          author: { id: "u", name: "Jo", jobTitle: "Head of service" },
          period: figure("2019-20", "1").period,
        },
      ],
    },
  });
  await expectAccessible(container);
  expect(screen.getByText("Jo, Head of service, 1 February 2020")).toBeDefined();
});

test("its equality actions are listed with who sees to them, and how many more there are", async () => {
  const action = {
    id: "a1",
    objective: "Reach carers who work",
    action: "Open in the evening",
    dueInForce: "2020-05-01",
    status: "IN_PROGRESS" as const,
    overdue: true,
    owner: { id: "u", name: "Jo" },
    officer: "Planner",
    assessment: { id: "x", reference: "EHRIA-2026-0007", title: "Home care" },
  };
  const counts = { open: 12, overdue: 1 };
  const { container } = await open({ changes: { equalityActions: [action], equalityActionCounts: counts } });
  const section = within(screen.getByRole("region", { name: "Equality actions that should move it" }));
  expect(
    section.getByText(
      /^Open today, from assessments of Leicestershire County Council: 12 equality actions, 1 overdue/,
    ).textContent,
  ).toContain("The first 1 are shown.");
  const row = section.getByRole("row", { name: /Reach carers who work/ });
  for (const words of ["Jo", "1 May 2020", "Overdue", "In progress", "EHRIA-2026-0007 , Home care"])
    expect(row.textContent).toContain(words);
  expect(section.getByRole("link", { name: /^All equality actions/ }).getAttribute("href")).toBe(
    "/actions?show=all&metric=1E",
  );
  await expectAccessible(container);
});

test("no value is said in words, with its reason, and a forecast is marked as one", async () => {
  await open();
  expect(
    screen.getByText("No value for 2018/19 (no figure recorded); 2020/21 (Survey not run)."),
  ).toBeDefined();
  expect(within(rowOf("2018/19")).getByText("No figure recorded")).toBeDefined();
  expect(within(rowOf("2020/21")).getByText("Survey not run")).toBeDefined();
  expect(within(rowOf("2021/22")).getByText("Forecast")).toBeDefined();
});

test("doubts, papers and earlier values stand with their figure", async () => {
  await open();
  expect(rowOf("2017/18").textContent).toContain("Doubt: The paper's parts give 61");
  expect(rowOf("2019/20").textContent).toContain("1 other value for 2019/20");
  expect(rowOf("2019/20").textContent).toContain(
    "61%, recorded 20 January 2020: Entered here, from no paper",
  );
  expect(rowOf("2019/20").textContent).toContain("Scrutiny Committee, 20 January 2020");
});

test("figures of other periods are kept apart, one link away", async () => {
  await open();
  expect(screen.getByRole("link", { name: "April to November" }).getAttribute("href")).toContain(
    "series=april-to-november",
  );
  expect(screen.queryByText("58%")).toBeNull();
});

test("arrow keys go from period to period, and what stands there is said", async () => {
  await open({ changes: { targets: [target("2017-18", "55")] } });
  const chart = await screen.findByRole("application", { name: /^Chart of Adults in employment/ });
  chart.focus();
  await userEvent.keyboard("{ArrowRight}");
  await waitFor(() =>
    expect(screen.getByText(/^2018\/19\. Leicestershire County Council: no figure/)).toBeDefined(),
  );
  await userEvent.keyboard("{ArrowLeft}");
  await waitFor(() =>
    expect(screen.getByText("2017/18. Leicestershire County Council: 60%. Target: 55%")).toBeDefined(),
  );
});

test("two that reported are ranked, too few for quartiles; who has no place is told so", async () => {
  await open({ reported: [80, 70] });
  expect(
    screen.getByText(/2 authorities of England reported for 2019\/20, too few for quartiles\./),
  ).toBeDefined();
});

test("where only a printed place exists, it is shown with its paper", async () => {
  await open({ changes: { reportedStandings: [standing("2019-20", { rank: 33, of: 151, tied: true })] } });
  expect(screen.getByText("33 of 151 (=), Top quartile", { selector: "strong" })).toBeDefined();
  expect(screen.getByText("No authority of England has a figure here for 2019/20.")).toBeDefined();
});

test("a suppressed group is said to be suppressed, never nought", async () => {
  await open({ changes: { breakdowns: [breakdown()] } });
  const row = rowOf("Another sex");
  expect(within(row).getByText("Suppressed to protect privacy")).toBeDefined();
  expect(row.textContent).not.toContain("0");
  expect(row.textContent).toContain("too small");
  expect(rowOf("Women").textContent).toContain("1.22 (95% interval 1.10 to 1.36)");
});

const rating = {
  scheme: "RAG" as const,
  suggested: "RED" as const,
  judged: "AMBER" as const,
  comparison: null,
  suggestedComparison: null,
  effective: "AMBER",
  reason: "As printed in the committee paper",
  suggestedReason: "3 below the target",
  judgedAt: "2020-01-20T00:00:00.000Z",
  judgedBy: null,
};
const result = {
  position: 1,
  title: "Adults in employment",
  ratingPeriod: { code: "2019-04/2019-11", label: "April to November 2019" },
  edition: {
    title: "Performance",
    reportedOn: "2020-01-20",
    period: { code: "2019-04/2019-11", label: "April to November 2019" },
    source: null,
  },
  current: { id: "c", display: "58%" },
  target: { display: "61%" },
  benchmark: null,
  rating,
};
const judgement = {
  period: { code: "2019-04/2019-11" },
  judged: "AMBER" as const,
  comparison: null,
  reason: rating.reason,
  judgedAt: rating.judgedAt,
  judgedBy: null,
};

test("what the target suggests stands apart from what was judged, each with its reason", async () => {
  await open({ changes: { results: [result], judgements: [judgement] } });
  const ratings = within(screen.getByRole("region", { name: "How it was rated" }));
  expect(ratings.getByText("Red")).toBeDefined();
  expect(ratings.getByText("3 below the target")).toBeDefined();
  expect(ratings.getByText("Amber")).toBeDefined();
  expect(ratings.getByText("As printed in the committee paper")).toBeDefined();
  expect(ratings.queryByText("Since then:")).toBeNull();
  expect(ratings.queryByRole("button")).toBeNull();
});

test("what was judged since a committee saw it is shown beside it, with who judged", async () => {
  const since = {
    ...judgement,
    judged: "GREEN" as const,
    reason: "Two people more",
    judgedAt: "2021-03-01T10:00:00.000Z",
    judgedBy: { id: "u", name: "Jo" },
  };
  await open({ changes: { results: [result], judgements: [since] } });
  const ratings = within(screen.getByRole("region", { name: "How it was rated" }));
  expect(ratings.getByText("Amber")).toBeDefined();
  expect(ratings.getByText("Since then:")).toBeDefined();
  expect(ratings.getByText("Green")).toBeDefined();
  expect(ratings.getByText("Jo, 1 March 2021")).toBeDefined();
});

test("an organisation without figures has a page that says so", async () => {
  const { container } = await open({ figures: [] });
  expect(screen.getByText("Leicestershire County Council has no figures for this measure.")).toBeDefined();
  expect(screen.getByText("There is no figure to rank.")).toBeDefined();
  await expectAccessible(container);
});

test("a day that is none is refused with its field, and nothing typed is lost", async () => {
  const { container, router } = await open();
  await userEvent.type(screen.getByLabelText("Day"), "31");
  await userEvent.type(screen.getByLabelText("Month"), "2");
  await userEvent.type(screen.getByLabelText("Year"), "2020");
  await userEvent.click(screen.getByRole("button", { name: "Show" }));
  expect(await screen.findByRole("link", { name: "Date must be a real date" })).toBeDefined();
  expect((screen.getByLabelText("Day") as HTMLInputElement).value).toBe("31");
  expect(document.title).toMatch(/^Error: /);
  await expectAccessible(container);
  await userEvent.clear(screen.getByLabelText("Day"));
  await userEvent.type(screen.getByLabelText("Day"), "20");
  await userEvent.click(screen.getByRole("button", { name: "Show" }));
  await waitFor(() => expect(router.state.location.search).toContain("asAt=2020-02-20"));
});

test("as at a day it says so, and leads back to today", async () => {
  await open({ address: "?organisation=A1&asAt=2020-01-20" });
  expect(screen.getByText(/Figures as they were known at the end of 20 January 2020\./)).toBeDefined();
  const link = screen.getByRole("link", { name: "See them as they are known today" });
  expect(link.getAttribute("href")).not.toContain("asAt");
});
