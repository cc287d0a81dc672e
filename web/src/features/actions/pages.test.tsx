import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { expectAccessible } from "../../testing/axe.ts";
import type { Answer } from "../../testing/fake-server.ts";
import { showRoutes } from "../../testing/show-routes.tsx";
import { actionRoutes } from "./routes.tsx";
import type { ListedAction, WholeAction } from "./types.ts";

const LISTED: ListedAction = {
  id: "a1",
  objective: "Reach carers who work",
  action: "Open in the evening",
  target: "50 carers",
  officer: "Strategic planner",
  dueInForce: "2020-05-01",
  status: "IN_PROGRESS",
  overdue: true,
  owner: null,
  metric: { id: "m", code: "1E", title: "Adults in employment" },
  notes: [],
  assessment: { id: "x", reference: "EHRIA-2026-0007", title: "Home care" },
};

const ACTION: WholeAction = {
  ...LISTED,
  due: "2020-04-01",
  canTrack: true,
  linksVersion: 3,
  owner: { id: "p2", name: "Kim Planner (demo)", jobTitle: "Planner" },
  deliveryAction: null,
  notes: [
    {
      number: 1,
      kind: "PROGRESS",
      text: "The hall is booked.",
      status: "IN_PROGRESS",
      dueBefore: null,
      dueAfter: null,
      recordedAt: "2026-01-05T10:00:00Z",
      author: { id: "p2", name: "Kim Planner (demo)" },
    },
  ],
  assessment: { ...LISTED.assessment, leadOfficer: { id: "p1", name: "Lee Leader (demo)" } },
};

const listOf = (actions: readonly ListedAction[]) => () => ({
  departments: [{ id: "d1", name: "Adults" }],
  strategy: { id: "s", title: "Living well with dementia" },
  equalityActions: {
    totalCount: actions.length,
    pageInfo: { hasNextPage: false, endCursor: null },
    edges: actions.map((node) => ({ node })),
  },
});

const showList = (search: string, actions: readonly ListedAction[] = [LISTED]) =>
  showRoutes(actionRoutes, `/actions${search}`, { Actions: listOf(actions) });

const showAction = (change: Partial<WholeAction> = {}, answers: Record<string, Answer> = {}) =>
  showRoutes(actionRoutes, "/actions/a1", {
    Action: () => ({
      viewer: { user: { id: "p1" } },
      equalityAction: { ...ACTION, ...change },
      strategies: { edges: [] },
    }),
    ...answers,
  });

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const field = (name: RegExp | string) => screen.getByRole<HTMLInputElement>("textbox", { name });

beforeEach(() => localStorage.clear());

describe("the list", () => {
  test("says what is late, who sees to it and what it should move", async () => {
    const { container, sent } = await showList("");
    expect(sent.at(-1)?.variables).toMatchObject({ filter: { open: true }, byPlan: false });
    const row = screen.getByRole("row", { name: /Open in the evening/ });
    for (const words of [
      "Overdue",
      "In progress",
      "1 May 2020",
      "Strategic planner",
      "50 carers",
      "None yet",
    ])
      expect(row.textContent).toContain(words);
    expect(within(row).getByRole("link", { name: /Adults in employment/ })).toBeDefined();
    await expectAccessible(container);
  });

  test("shows mine, of a measure or of a plan’s delivery action, and the way back to all", async () => {
    const search = "?show=mine&metric=1E&plan=dementia&delivery=D02";
    const { container, sent } = await showList(search, []);
    expect(sent.at(-1)?.variables).toMatchObject({
      filter: { open: true, mine: true, metric: "1E", strategy: "dementia", deliveryAction: "D02" },
      byPlan: true,
    });
    expect(screen.getByText("No action fits what you chose.")).toBeDefined();
    expect(
      screen.getByText(/the measure 1E of the delivery action D02 of the plan Living well with dementia/),
    ).toBeDefined();
    const all = screen.getByRole("link", { name: "Show all others too" });
    expect(all.getAttribute("href")).toBe("/actions?show=mine");
    const file = screen.getByRole("link", { name: /CSV/ });
    expect(file.getAttribute("href")).toBe(`/downloads/actions.csv${search}`);
    await expectAccessible(container);
  });
});

describe("an action", () => {
  test("shows both dates, its notes and who sees to it; whoever may not track it gets no form", async () => {
    const { container } = await showAction({ canTrack: false });
    expect(screen.getByText("Overdue")).toBeDefined();
    expect(screen.getByText(/The plan that was signed says 1 April 2020/)).toBeDefined();
    expect(screen.getByText("Kim Planner (demo), Planner")).toBeDefined();
    expect(screen.getByText("The hall is booked.")).toBeDefined();
    expect(screen.queryByRole("button")).toBe(null);
    await expectAccessible(container);
  });

  test("takes an owner away, and leaves what it is joined to", async () => {
    const saved = { ...ACTION, owner: null, linksVersion: 4 };
    const { inputs } = await showAction(
      {},
      { LinkAction: () => ({ linkAction: { __typename: "EqualityActionSaved", action: saved } }) },
    );
    await userEvent.click(screen.getByRole("radio", { name: "Nobody in particular" }));
    await press("Save");
    await screen.findByText("Saved who sees to it and what it is joined to");
    expect(inputs("LinkAction")).toMatchObject([
      { action: "a1", owner: null, metric: "1E", deliveryAction: null, basedOnVersion: 3 },
    ]);
  });

  test("keeps what was typed when the server says no, at its field", async () => {
    const problem = { path: "owner", message: "Nobody who may read this assessment has this address." };
    const refusal = { __typename: "ValidationError", message: "Put this right", problems: [problem] };
    const { container, inputs } = await showAction({}, { LinkAction: () => ({ linkAction: refusal }) });
    await userEvent.click(screen.getByRole("radio", { name: "Somebody else" }));
    await press("Save");
    expect(await screen.findByRole("link", { name: /^Enter the email address/ })).toBeDefined();
    expect(inputs("LinkAction")).toEqual([]);
    await userEvent.type(field(/email address/), "jo@example.org");
    await press("Save");
    const link = await screen.findByRole("link", { name: problem.message });
    expect(link.getAttribute("href")).toBe("#owner");
    expect(inputs("LinkAction")).toMatchObject([{ owner: "jo@example.org" }]);
    expect(field(/email address/).value).toBe("jo@example.org");
    expect(document.title).toMatch(/^Error: /);
    await expectAccessible(container);
  });

  test("keeps a note that met somebody else’s, and says so", async () => {
    const conflict = { __typename: "Conflict", message: "Somebody wrote first.", conflicts: [] };
    await showAction({}, { RecordActionProgress: () => ({ recordActionProgress: conflict }) });
    await press("Save progress");
    expect((await screen.findAllByText("Enter what has been done.")).length).toBeGreaterThan(0);
    await userEvent.type(field(/What has been done/), "Opened.");
    await press("Save progress");
    expect((await screen.findAllByText("Somebody wrote first.")).length).toBeGreaterThan(0);
    expect(field(/What has been done/).value).toBe("Opened.");
  });
});
