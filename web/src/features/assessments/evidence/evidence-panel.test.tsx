import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Provider } from "urql";
import { beforeEach, expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { createServer } from "../../../testing/fake-server.ts";
import { InRouter } from "../../../testing/in-router.tsx";
import { DraftContext } from "../drafting/draft-context.ts";
import { DraftPlaceContext } from "../drafting/draft-place.ts";
import { LiveContext } from "../live/live-context.ts";
import type { Evidence } from "../types.ts";
import { EvidencePanel } from "./evidence-panel.tsx";
import { changedFigure, contentWith, figure, file } from "./testing/sample-evidence.ts";
import { LINKED, open, PLACES, press, show, summaryLink } from "./testing/show-panel.tsx";

beforeEach(() => localStorage.clear());

test("where nothing is cited it says so, and offers figures and plans, web pages and files", async () => {
  const { container } = show([]);
  screen.getByText("Nothing is cited here yet.");
  for (const summary of ["Find a figure or part of a plan to cite", "Add a web page", "Upload files"])
    screen.getByText(summary);
  await expectAccessible(container);
});

test("what a colleague cites for this question appears with who and when; what they do elsewhere is not told here", async () => {
  const by = (name: string, did: string, minute: number) => ({
    name,
    did,
    at: `2026-01-05T10:${minute}:00Z`,
    heardAt: 1,
  });
  const page = (evidence: ReadonlyMap<string, ReturnType<typeof by>>, cited: Evidence[]) => (
    <InRouter>
      <Provider value={server.client}>
        <LiveContext value={{ others: [], news: new Map(), evidence, writing: null, since: 0 }}>
          <DraftContext value={{ content: contentWith(cited), person: "p1" }}>
            <main>
              <h1>Draft</h1>
              <EvidencePanel places={PLACES} />
            </main>
          </DraftContext>
        </LiveContext>
      </Provider>
    </InRouter>
  );
  const server = createServer({ Draft: () => null });
  const elsewhere = new Map([["other", by("Sam", "cited evidence", 30)]]);
  const { container, rerender } = render(page(elsewhere, []));
  expect(screen.queryByText(/Sam/)).toBeNull();
  screen.getByText("Nothing is cited here yet.");
  rerender(page(new Map([...elsewhere, ["aims", by("Casey", "cited evidence", 31)]]), [figure()]));
  screen.getByText("Casey cited evidence here at 10:31.");
  expect(screen.getAllByRole("list", { name: /^Cited for/ }).length).toBe(1);
  await expectAccessible(container);
  const removed = new Map([
    ["aims", by("Casey", "cited evidence", 31)],
    ["aims.one", by("Lee", "took out evidence", 32)],
  ]);
  rerender(page(removed, []));
  screen.getByText("Lee took out evidence here at 10:32.");
  screen.getByText("Nothing is cited here yet.");
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
  expect(inputs("ReciteEvidence")).toMatchObject([
    { evidence: "e1", observation: null, basedOnHash: changedFigure.pinned.hash },
  ]);
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
