import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { expectAccessible } from "../../../../testing/axe.ts";
import { type Answer, LOST } from "../../../../testing/fake-server.ts";
import { LINKED, open, press, show, summaryLink } from "../testing/show-panel.tsx";

beforeEach(() => localStorage.clear());

const found = (id: string, display: string, group: string | null) => ({
  node: {
    __typename: "Observation",
    id,
    display,
    breakdown: group === null ? null : { characteristic: "SEX", category: group },
    period: { code: "2023-24", label: "2023/24" },
    organisation: { id: "c", code: "E10000018", name: "Leicestershire" },
    metric: { id: "m", code: "1E", title: "In employment" },
  },
});
const list = (...edges: object[]) => ({ totalCount: edges.length, edges });
const strategy = { id: "s1", title: "Carers Strategy" };
const FOUND_ACTION = {
  __typename: "DeliveryAction",
  id: "d1",
  reference: "D1",
  title: "Train staff",
  status: "DELAYED",
  strategy,
};
const SEARCH = {
  figures: list(found("o1", "61.4%", null)),
  groups: list(found("o2", "59%", "Men"), found("o3", "64%", "Women")),
  elements: list({
    node: { __typename: "StrategyElement", id: "x1", kind: "PRIORITY", title: "Be heard", strategy },
  }),
  actions: list({ node: FOUND_ACTION }),
};
const RATINGS = {
  metric: {
    id: "m",
    results: [
      {
        ratingPeriod: { code: "2023-24" },
        current: { id: "o1" },
        rating: { effective: "AMBER", reason: "Close to the target", suggestedReason: "" },
        target: { display: "At least 65%" },
        benchmark: { group: "England", display: "60.0%" },
      },
    ],
    judgements: [],
  },
};
const FIGURE = {
  node: {
    ...found("o1", "61.4%", null).node,
    status: "ACTUAL",
    note: null,
    doubts: ["The paper says 61.3% elsewhere."],
    recordedAt: "2024-06-01T09:00:00Z",
    source: { key: "k", title: "Appendix A", meetingDate: "2024-06-10" },
  },
  metric: {
    id: "m",
    aim: "HIGH",
    targets: [],
    benchmarks: [],
    breakdowns: [
      {
        characteristic: "SEX",
        observations: [
          { id: "o2", display: "59%", breakdown: { category: "Men" } },
          { id: "o3", display: "Suppressed to protect privacy", breakdown: { category: "Women" } },
        ],
        disparities: [
          { category: "Men", ratio: "0.92", low: "0.91", high: "0.93", couldBeChance: false, note: null },
        ],
      },
    ],
    strategyElements: [],
  },
};
const ANSWERS: Record<string, Answer> = {
  EvidenceSearch: () => SEARCH,
  FigureRatings: () => RATINGS,
  EvidenceFigure: () => FIGURE,
};

const search = async () => {
  await open("Find a figure or part of a plan to cite");
  await userEvent.type(screen.getByLabelText("Search figures and plans"), "employment{Enter}");
  await screen.findByText("Found: 1 figure, 2 figures of groups, 1 part of a plan, 1 delivery action");
};

test("a search says what it found of each kind, walks by arrow keys, and asks for words where there are none", async () => {
  const { container } = show([], ANSWERS);
  await open("Find a figure or part of a plan to cite");
  await press("Search");
  await userEvent.click(await summaryLink("Enter what to search for"));
  const field = screen.getByLabelText("Search figures and plans");
  expect(document.activeElement).toBe(field);
  await expectAccessible(container);
  await userEvent.type(field, "employment{Enter}");
  await screen.findByText("Found: 1 figure, 2 figures of groups, 1 part of a plan, 1 delivery action");
  await screen.findByText("Amber");
  expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    "Figures (1)",
    "Figures of groups (2)",
    "What plans say (1)",
    "Delivery actions of plans (1)",
  ]);
  screen.getByRole("button", { name: "In employment: 61.4%" }).focus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
  expect(document.activeElement?.textContent).toBe("Be heard");
  await userEvent.keyboard("{Escape}");
  expect(document.activeElement).toBe(field);
  await expectAccessible(container);
});

test("a figure is shown with rating, target, benchmark and groups, and cited with a note and its groups", async () => {
  const { container, inputs } = show([], { ...ANSWERS, LinkEvidence: () => ({ linkEvidence: LINKED }) });
  await search();
  await press("In employment: 61.4%");
  await screen.findByText("The paper says 61.3% elsewhere.");
  for (const words of ["Amber", "Close to the target", "At least 65%", "60.0% (England)"])
    await screen.findByText(words);
  within(screen.getByRole("table", { name: "Sex, 2023/24" })).getByText("Suppressed to protect privacy");
  await userEvent.click(screen.getByLabelText("Cite these groups with the figure (sex)"));
  await userEvent.selectOptions(screen.getByLabelText("Cite it for"), "Question 3: First aim");
  await userEvent.type(screen.getByLabelText("What it shows (optional)"), "Fewer men");
  await expectAccessible(container);
  await press("Cite this figure");
  await screen.findByText("Cited: In employment");
  expect(inputs("LinkEvidence")).toMatchObject([
    {
      reference: "EHRIA-2026-0001",
      place: "aims.one",
      observation: "o1",
      groups: ["SEX"],
      note: "Fewer men",
    },
  ]);
});

test("a delivery action is shown with how it gets on, and cited by itself", async () => {
  const action = {
    ...FOUND_ACTION,
    responsible: "The Board",
    duePrinted: "2019/20",
    doubts: [],
    element: { id: "x1", kind: "PRIORITY", title: "Be heard" },
    metric: null,
    progress: [{ number: 1, text: "No room was free.", recordedAt: "2026-01-05T10:00:00Z" }],
    strategy: { ...strategy, slug: "carers", startsOn: "2018-04-01", endsOn: "2021-03-31" },
  };
  const { container, inputs } = show([], {
    ...ANSWERS,
    EvidenceDeliveryAction: () => ({ node: action }),
    LinkEvidence: () => ({ linkEvidence: LINKED }),
  });
  await search();
  await press("D1 Train staff");
  await screen.findByText("No room was free. (5 January 2026)");
  for (const words of ["Delayed", "2019/20", "The Board", "Be heard (priority)"]) screen.getByText(words);
  await expectAccessible(container);
  await press("Cite this");
  await screen.findByText("Cited: Train staff");
  expect(inputs("LinkEvidence")).toMatchObject([{ deliveryAction: "d1" }]);
});

test("a lost answer loses nothing: the note, what it is about and the try's key outlive the page", async () => {
  const answers = [LOST, LOST, { linkEvidence: LINKED }];
  const server = { ...ANSWERS, LinkEvidence: () => answers.shift() };
  const first = show([], server);
  await search();
  await press("In employment: 61.4%");
  await userEvent.type(await screen.findByLabelText("What it shows (optional)"), "Fewer men");
  await press("Cite this figure");
  await userEvent.click(await summaryLink(/could not be reached/));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Cite this figure" }));
  await expectAccessible(first.container);
  first.unmount();
  const again = show([], server);
  expect(await screen.findByLabelText("What it shows (optional)")).toHaveProperty("value", "Fewer men");
  await press("Cite this figure");
  await summaryLink(/could not be reached/);
  await press("Cite this figure");
  await screen.findByText("Cited: In employment");
  const keys = [...first.inputs("LinkEvidence"), ...again.inputs("LinkEvidence")].map(
    (each) => each.idempotencyKey,
  );
  expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
  expect(localStorage.length).toBe(0);
});

test("a search that fails says so, and leads to its button", async () => {
  show([], { ...ANSWERS, EvidenceSearch: () => LOST });
  await open("Find a figure or part of a plan to cite");
  await userEvent.type(screen.getByLabelText("Search figures and plans"), "employment{Enter}");
  await userEvent.click(await summaryLink(/could not be reached/));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Search" }));
});
