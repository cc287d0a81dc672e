import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Provider } from "urql";
import { beforeEach, expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { type Answer, createServer, LOST } from "../../../testing/fake-server.ts";
import { InRouter } from "../../../testing/in-router.tsx";
import { DraftContext } from "../drafting/draft-context.ts";
import { DraftPlaceContext } from "../drafting/draft-place.ts";
import type { Evidence } from "../types.ts";
import { EvidencePanel } from "./evidence-panel.tsx";
import { changedFigure, contentWith, figure, file } from "./testing/sample-evidence.ts";

const PLACES = [{ place: "aims", label: "Question 3" }];
const LINKED = { __typename: "EvidenceLinked", assessment: { id: "a1" }, evidence: { id: "e9" } };

const show = (evidence: Evidence[], answers: Record<string, Answer> = {}) => {
  const server = createServer({ Draft: () => null, ...answers });
  const content = contentWith(evidence);
  const view = render(
    <InRouter>
      <Provider value={server.client}>
        <DraftContext value={{ content, person: "p1" }}>
          <main>
            <h1>Draft</h1>
            <EvidencePanel places={PLACES} />
          </main>
        </DraftContext>
      </Provider>
    </InRouter>,
  );
  return { ...server, ...view };
};

const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const open = (summary: string) => userEvent.click(screen.getByText(summary));
const summaryLink = async (name: string | RegExp) => {
  const link = await screen.findByRole("link", { name });
  const summary = link.closest(".govuk-error-summary");
  expect(summary).not.toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(summary));
  return link;
};

beforeEach(() => localStorage.clear());

test("where nothing is cited it says so, and offers figures and plans, web pages and files", async () => {
  const { container } = show([]);
  screen.getByText("Nothing is cited here yet.");
  for (const summary of ["Find a figure or part of a plan to cite", "Add a web page", "Upload files"])
    screen.getByText(summary);
  await expectAccessible(container);
});

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
const SEARCH = {
  figures: list(found("o1", "61.4%", null)),
  groups: list(found("o2", "59%", "Men"), found("o3", "64%", "Women")),
  elements: list({
    node: { __typename: "StrategyElement", id: "x1", kind: "PRIORITY", title: "Be heard", strategy },
  }),
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
  await screen.findByText("Found: 1 figure, 2 figures of groups, 1 part of a plan");
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
  await screen.findByText("Found: 1 figure, 2 figures of groups, 1 part of a plan");
  await screen.findByText("Amber");
  expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    "Figures (1)",
    "Figures of groups (2)",
    "What plans say (1)",
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

test("a web page is checked before it is sent, and added with what it is and when it was looked at", async () => {
  const { container, inputs } = show([], { LinkEvidence: () => ({ linkEvidence: LINKED }) });
  await open("Add a web page");
  await userEvent.type(screen.getByLabelText("Address of the page"), "javascript:alert(1)");
  await userEvent.clear(screen.getByLabelText("Day"));
  await press("Add this page");
  await summaryLink(/starts with https/);
  screen.getByRole("link", { name: "Date must include a day" });
  await expectAccessible(container);
  expect(inputs("LinkEvidence")).toEqual([]);
  await userEvent.clear(screen.getByLabelText("Address of the page"));
  await userEvent.type(screen.getByLabelText("Address of the page"), "https://www.example.org/census");
  await userEvent.type(screen.getByLabelText("What it is"), "Census 2021");
  for (const [box, text] of [
    ["Day", "3"],
    ["Month", "2"],
    ["Year", "2026"],
  ] as const) {
    await userEvent.clear(screen.getByLabelText(box));
    await userEvent.type(screen.getByLabelText(box), text);
  }
  await press("Add this page");
  await screen.findByText("Cited: Census 2021");
  expect(inputs("LinkEvidence")).toMatchObject([
    { url: "https://www.example.org/census", title: "Census 2021", seenOn: "2026-02-03", note: null },
  ]);
  expect(screen.getByLabelText("Address of the page")).toHaveProperty("value", "");
});

test("what changed since it was cited stands beside it, with the reason; a new pin is shown before it is made", async () => {
  const { container, inputs } = show([changedFigure], {
    ReciteEvidence: () => ({ reciteEvidence: LINKED }),
  });
  screen.getByText("Changed since cited");
  const change = screen.getByRole("table", { name: /^What has changed/ });
  expect(
    within(change)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent),
  ).toEqual(["When cited61.40%", "Now62.10%"]);
  screen.getByText("Since 1 August 2024. Source: Appendix B. Reason given: A team had been left out.");
  screen.getByText("4669ea655148…");
  screen.getByText(changedFigure.pinned.hash);
  expect(screen.getByRole("link", { name: /^Open the measure/ }).getAttribute("href")).toBe(
    "/performance/metrics/1E?organisation=E10000018",
  );
  await expectAccessible(container);
  await press(/^Cite the later figure instead/);
  screen.getByText("63.0%, 2024/25");
  await press("Leave it as it is");
  await press(/^Cite it as it stands now/);
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Cite anew" }));
  await expectAccessible(container);
  await press("Cite anew");
  await screen.findByText(/^Cited anew: People in employment/);
  expect(inputs("ReciteEvidence")).toMatchObject([{ evidence: "e1", observation: null }]);
});

test("a note that somebody else changed meanwhile is shown before it is replaced", async () => {
  const conflicts = [{ path: "aims", currentVersion: 0, basedOnVersion: 0, theirs: "Theirs", yours: "Mine" }];
  const answers: object[] = [{ __typename: "Conflict", message: "Changed meanwhile", conflicts }, LINKED];
  const { container, inputs } = show([figure()], {
    SaveEvidenceNote: () => ({ saveEvidenceNote: answers.shift() }),
  });
  await press(/^Change the note/);
  const field = screen.getByLabelText(/^What it shows/);
  await userEvent.clear(field);
  await userEvent.type(field, "Mine");
  await press("Save note");
  await screen.findByText("The note now says: “Theirs”");
  expect(field).toHaveProperty("value", "Mine");
  await expectAccessible(container);
  await press("Save note");
  await screen.findByText(/^Note saved/);
  expect(inputs("SaveEvidenceNote").map(({ note, basedOnNote }) => [note, basedOnNote])).toEqual([
    ["Mine", "Fewer men"],
    ["Mine", "Theirs"],
  ]);
});

test("a citation is removed by a second press", async () => {
  const { inputs } = show([figure()], {
    UnlinkEvidence: () => ({ unlinkEvidence: { __typename: "AssessmentSaved" } }),
  });
  await press(/^Remove/);
  await press("Keep it");
  await press(/^Remove/);
  screen.getByText(/with its note\?/);
  await press("Yes, remove it");
  await screen.findByText(/^Removed: /);
  expect(inputs("UnlinkEvidence")).toEqual([{ reference: "EHRIA-2026-0001", evidence: "e1" }]);
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Evidence" }));
});

test.each([
  ["QUARANTINED", "Waits for the virus scanner"],
  ["REFUSED", "Refused by the virus scanner"],
] as const)("a file that is %s says so and can't be downloaded", async (state, words) => {
  const { container } = show([file(state)]);
  screen.getByText(words);
  expect(screen.queryByRole("link", { name: /^Download/ })).toBeNull();
  await expectAccessible(container);
});

test("a file can be downloaded, and it is said that nobody scanned it", () => {
  show([file("AVAILABLE")]);
  expect(screen.getByRole("link", { name: "Download survey.csv" }).getAttribute("href")).toBe("/files/f1");
  screen.getByText("CSV, 2.0 kB. Not scanned for viruses");
});

test("what may be uploaded stands beside the field, and what may not is said before it is sent", async () => {
  const allowance = {
    scans: false,
    mostBytesOfOne: 25 * 1024 * 1024,
    mostFiles: 50,
    mostBytes: 250 * 1024 * 1024,
    types: ["PDF", "CSV"],
    uploaded: [{ id: "f1", bytes: 2_048 }],
  };
  const { container } = show([], {
    FileAllowance: () => ({ assessment: { id: "a1", fileAllowance: allowance } }),
  });
  await open("Upload files");
  await screen.findByText(
    "PDF (.pdf) or CSV (.csv), up to 25 MB each. An assessment may have 50 files and 250 MB in all: this one has 1 (2.0 kB).",
  );
  screen.getByText("Files are not scanned for viruses here: upload only what you trust.");
  await press("Upload");
  await userEvent.click(await summaryLink("Choose at least one file"));
  expect(document.activeElement).toBe(screen.getByLabelText("Choose files"));
  await userEvent.upload(screen.getByLabelText("Choose files"), new File([], "empty.csv"));
  await press("Upload");
  await summaryLink("“empty.csv” is empty. Choose another file");
  await expectAccessible(container);
});

test("while a form is tried out, nothing can be cited", () => {
  render(
    <DraftPlaceContext value={{ address: "/try", crumbs: [], isTryOut: true }}>
      <DraftContext value={{ content: contentWith([]), person: "" }}>
        <EvidencePanel places={PLACES} />
      </DraftContext>
    </DraftPlaceContext>,
  );
  screen.getByText(/While you try the form out/);
  expect(screen.queryByText("Upload files")).toBeNull();
});
