import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { type Answer, LOST } from "../../../testing/fake-server.ts";
import { showRoutes } from "../../../testing/show-routes.tsx";
import { publishingRoutes } from "./routes.tsx";

/** The page of publishing in each of its states, as a member and the chair of the group are shown it. */

const CASEY = { id: "p2", name: "Casey (demo)" };
const decision = (change: object = {}) => ({
  choice: "REDACT",
  reason: null,
  replacement: null,
  version: 1,
  at: "2026-03-09T10:00:00Z",
  by: CASEY,
  ...change,
});
const hit = (id: string, text: string, change: object = {}) => ({
  id,
  place: "summary.text",
  label: "Question 1",
  kinds: ["NAME"],
  text,
  before: "We asked ",
  after: " about it.",
  decision: null,
  ...change,
});
const prepared = {
  hash: "b".repeat(64),
  edition: 1,
  preparedAt: "2026-03-09T11:00:00Z",
  approvedAt: null,
  previewAddress: "/publications/EHRIA-2026-0001",
  preparedBy: CASEY,
  approvedBy: null,
  files: ["html", "pdf", "docx", "json"].map((format) => ({
    format,
    bytes: 12_000,
    sha256: "c".repeat(64),
    address: `/downloads/publication.${format}?reference=EHRIA-2026-0001`,
  })),
};

type Hit = ReturnType<typeof hit>;
const publishing = (hits: readonly Hit[], change: object = {}, of: object = {}) => ({
  viewer: { user: { id: "p1" } },
  assessment: {
    id: "a1",
    reference: "EHRIA-2026-0001",
    title: "Counters at Mill Street",
    status: "SIGNED_OFF",
    revision: 1,
    availableActions: ["PREPARE_PUBLICATION"],
    unavailableActions: [],
    publication: {
      openHits: hits.filter((each) => each.decision === null).length,
      hits,
      texts: [],
      prepared: null,
      ...of,
    },
    ...change,
  },
});

const show = (answer: object, answers: Record<string, Answer> = {}) =>
  showRoutes(
    (load) => [{ path: "assessments/:reference", children: publishingRoutes(load) }],
    "/assessments/EHRIA-2026-0001/publish",
    {
      Publish: () => answer,
      ...answers,
    },
  );

test("passages that nobody decided about are asked for one by one, in the middle of what stands around them", async () => {
  const { container } = await show(
    publishing([hit("h1", "Priya Shah"), hit("h2", "Zofia Nowak", { decision: decision() })]),
  );
  screen.getByText("1 of 2 passages decided.");
  screen.getByRole("heading", { name: /“Priya Shah”/ });
  expect(screen.queryByRole("button", { name: "Prepare for approval" })).toBeNull();
  await expectAccessible(container);
  await userEvent.click(screen.getByRole("button", { name: "Save and go on" }));
  await waitFor(() => expect(document.activeElement?.className).toBe("govuk-error-summary"));
  await expectAccessible(container);
});

test("a decision that is refused says why at its field, and keeps what was chosen and written", async () => {
  const refused = {
    __typename: "ValidationError",
    message: "The decision can’t be taken",
    problems: [{ path: "decisions.0.replacement", message: "Write a job title: “Zofia” may be a name" }],
  };
  const answers = [LOST, { decideRedactions: refused }];
  const { container, inputs } = await show(publishing([hit("h1", "Priya Shah")]), {
    DecideRedactions: () => answers.shift(),
  });
  await userEvent.click(screen.getByRole("radio", { name: "Put a job title in its place" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Job title" }), "Zofia");
  const kept = () => [
    screen.getByRole<HTMLInputElement>("radio", { name: "Put a job title in its place" }).checked,
    screen.getByRole<HTMLInputElement>("textbox", { name: "Job title" }).value,
  ];
  await userEvent.click(screen.getByRole("button", { name: "Save and go on" }));
  await screen.findByText(/could not be reached/);
  expect(kept()).toEqual([true, "Zofia"]);
  await userEvent.click(screen.getByRole("button", { name: "Save and go on" }));
  await screen.findByRole("link", { name: "Write a job title: “Zofia” may be a name" });
  expect(kept()).toEqual([true, "Zofia"]);
  expect(document.title).toMatch(/^Error: /);
  await expectAccessible(container);
  const [lost, again] = inputs("DecideRedactions");
  expect(again).toEqual(lost);
  expect(again).toMatchObject({
    decisions: [{ hit: "h1", choice: "REPLACE", replacement: "Zofia", version: 0 }],
  });
});

test("once all are decided, the copy is prepared, and what was decided can be changed", async () => {
  const { container } = await show(
    publishing([
      hit("h1", "Priya Shah", { decision: decision() }),
      hit("h2", "County Hall", { decision: decision({ choice: "KEEP", reason: "A building" }) }),
    ]),
  );
  screen.getByText("2 of 2 passages decided.");
  screen.getByRole("button", { name: "Prepare for approval" });
  expect(screen.getAllByRole("link", { name: /^Change/ }).length).toBe(2);
  await expectAccessible(container);
});

test("whoever prepared it is told for whom it waits", async () => {
  const { container } = await show(publishing([], {}, { prepared }));
  screen.getByText("It waits for the chair of the group, who reads it and publishes it.");
  expect(screen.queryByRole("checkbox")).toBeNull();
  await expectAccessible(container);
});

test("the chair publishes after saying that they read it, and a refusal keeps the tick", async () => {
  const theirs = "d".repeat(64);
  const { container, inputs } = await show(publishing([], { availableActions: ["PUBLISH"] }, { prepared }), {
    Transition: () => ({
      transitionAssessment: {
        __typename: "Conflict",
        message: "Another copy has been prepared since. Read it before you publish it",
        conflicts: [
          { path: "publicationHash", currentVersion: 0, basedOnVersion: 0, theirs, yours: prepared.hash },
        ],
      },
    }),
  });
  await expectAccessible(container);
  await userEvent.click(screen.getByRole("button", { name: "Publish" }));
  await screen.findByRole("link", { name: "Confirm that you have read what the public will see" });
  await expectAccessible(container);
  const box = screen.getByRole<HTMLInputElement>("checkbox");
  await userEvent.click(box);
  await userEvent.click(screen.getByRole("button", { name: "Publish" }));
  await screen.findByRole("link", { name: /Another copy has been prepared since/ });
  expect(box.checked).toBe(true);
  expect(inputs("Transition")).toMatchObject([{ action: "PUBLISH", displayedHash: prepared.hash }]);
  await expectAccessible(container);
});
