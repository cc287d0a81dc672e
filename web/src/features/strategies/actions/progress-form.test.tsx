import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { type Client, CombinedError, Provider } from "urql";
import { beforeEach, expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { InRouter } from "../../../testing/in-router.tsx";
import type { Action } from "../plan/types.ts";
import { ActionCard } from "./action-card.tsx";

const note = (number: number, text: string, status: Action["status"]): Action["progress"][number] => ({
  number,
  text,
  status,
  recordedAt: "2026-11-24T14:02:00Z",
  author: { id: "u2", name: "Alex Figuresmith (demo)" },
});

const ACTION: Action = {
  id: "a1",
  reference: "D02",
  title: "Promote health checks",
  responsible: "Public Health",
  duePrinted: "2019/20",
  dueBy: "2020-03-31",
  status: "NOT_STARTED",
  doubts: [],
  overdue: true,
  element: { id: "e1", kind: "PRINCIPLE", title: "Preventing Well" },
  metric: null,
  equalityActionCounts: { open: 2, overdue: 1 },
  progress: [],
};

type Answer = { recordDeliveryProgress: object } | CombinedError;

/** Stands for the server: gives its answers in order, and keeps what it was sent. */
const createServer = (...answers: Answer[]) => {
  const sent: { note: string; status: string; basedOnNotes: number; idempotencyKey: string }[] = [];
  const client = {
    mutation: (_document: unknown, { input }: { input: (typeof sent)[number] }) => {
      sent.push(input);
      const next = answers.shift() ?? SAVED;
      const reply = next instanceof CombinedError ? { error: next } : { data: next };
      return { toPromise: async () => reply };
    },
  };
  return { client: client as unknown as Client, sent };
};

const SAVED = { recordDeliveryProgress: { __typename: "DeliveryProgressRecorded", action: { id: "a1" } } };
const CONFLICT = { recordDeliveryProgress: { __typename: "Conflict", message: "Changed", conflicts: [] } };

interface Shown {
  client: Client;
  person?: string | null;
  /** What the server has once the page asks again. */
  later?: Action;
}

const Card = ({ client, person = "p1", later }: Shown) => {
  const [action, setAction] = useState(ACTION);
  const [isOpen, setOpen] = useState(false);
  const [justSaved, setSaved] = useState(false);
  const [failing, setFailing] = useState(false);
  return (
    <Provider value={client}>
      <InRouter>
        <h1>{failing ? "Error: " : ""}Plan</h1>
        <h2>Actions</h2>
        <ul>
          <ActionCard
            action={action}
            plan="dementia"
            onReveal={() => undefined}
            state={{
              isOpen,
              justSaved,
              on: "2020-04-01",
              place: person === null ? null : { person, slug: "dementia" },
              reload: async () => setAction(later ?? action),
              onOpen: () => setOpen(true),
              onClose: () => setOpen(false),
              onSaved: () => {
                setOpen(false);
                setSaved(true);
              },
              onErrors: setFailing,
            }}
          />
        </ul>
      </InRouter>
    </Provider>
  );
};

const show = (shown: Shown) => render(<Card {...shown} />);
const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const open = async () => userEvent.click(await screen.findByRole("button", { name: /^Record progress/ }));
const write = (text: string) =>
  userEvent.type(screen.getByRole("textbox", { name: /What has been done/ }), text);

beforeEach(() => localStorage.clear());

test("a note and a status are shown before they are saved, with what they change", async () => {
  const { client, sent } = createServer();
  const { container } = show({ client });
  await open();
  expect(document.activeElement?.textContent).toBe("Record progress on D02");
  const parts = screen.getByRole("link", { name: "2 equality actions, 1 overdue that are part of D02" });
  expect(parts.getAttribute("href")).toBe("/actions?plan=dementia&delivery=D02");
  await expectAccessible(container);
  await write("All practices have it.");
  await userEvent.click(screen.getByRole("radio", { name: "Done" }));
  await press("See what will change");
  expect(document.activeElement?.textContent).toBe("What will change on D02");
  expect(screen.getByText("Changes from “Not started” to “Done”")).toBeDefined();
  expect(screen.getByText("It will no longer be overdue")).toBeDefined();
  expect(sent).toEqual([]);
  await expectAccessible(container);
  await press("Save progress");
  await screen.findByText(/Progress on D02 is saved/);
  expect(sent).toMatchObject([{ note: "All practices have it.", status: "DONE", basedOnNotes: 0 }]);
  expect(localStorage.length).toBe(0);
});

test("an empty note is asked for, with a summary that takes the focus and leads to the field", async () => {
  const { client, sent } = createServer();
  const { container } = show({ client });
  await open();
  await press("See what will change");
  expect(screen.getByRole("heading", { level: 1, name: "Error: Plan" })).toBeDefined();
  expect(document.activeElement?.className).toBe("govuk-error-summary");
  await userEvent.click(screen.getByRole("link", { name: "Enter what has been done" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: /What has been done/ }));
  await expectAccessible(container);
  expect(sent).toEqual([]);
});

test("when somebody else was first both are shown, and both notes stay whichever status is chosen", async () => {
  const { client, sent } = createServer(CONFLICT);
  const later = { ...ACTION, status: "DONE" as const, progress: [note(1, "Theirs.", "DONE")] };
  const { container } = show({ client, later });
  await open();
  await write("Mine.");
  await userEvent.click(screen.getByRole("radio", { name: "In progress" }));
  await press("See what will change");
  await press("Save progress");
  const heading = await screen.findByRole("heading", { name: /Somebody else recorded progress/ });
  expect(document.activeElement).toBe(heading);
  expect(screen.getByText("Mine.")).toBeDefined();
  expect(screen.getAllByText("Theirs.").length).toBe(2);
  await expectAccessible(container);
  await userEvent.click(screen.getByRole("radio", { name: "Theirs: Done" }));
  await press("See what will change");
  expect(screen.getByText("Stays “Done”")).toBeDefined();
  await press("Save progress");
  await screen.findByText(/is saved/);
  expect(sent.map(({ note: text, status, basedOnNotes }) => [text, status, basedOnNotes])).toEqual([
    ["Mine.", "IN_PROGRESS", 0],
    ["Mine.", "DONE", 1],
  ]);
});

test("a lost answer loses no text, and sending again is the same write", async () => {
  const lost = new CombinedError({ networkError: new TypeError("Failed to fetch") });
  const { client, sent } = createServer(lost);
  show({ client });
  await open();
  await write("Kept.");
  await press("See what will change");
  await press("Save progress");
  await waitFor(() => expect(document.activeElement?.className).toBe("govuk-error-summary"));
  expect(screen.getByText(/Nothing was lost/)).toBeDefined();
  expect(screen.getByText("Kept.")).toBeDefined();
  await press("Save progress");
  await screen.findByText(/is saved/);
  expect(sent[0]).toEqual(sent[1]);
});

test("text of an earlier visit comes back, and can be discarded", async () => {
  const { client } = createServer();
  const first = show({ client });
  await open();
  await write("Half a thought");
  first.unmount();
  show({ client });
  await open();
  expect(screen.getByRole("textbox", { name: /What has been done/ })).toHaveProperty(
    "value",
    "Half a thought",
  );
  await press(/^Discard it/);
  expect(screen.getByRole("textbox", { name: /What has been done/ })).toHaveProperty("value", "");
  expect(localStorage.length).toBe(0);
});

test("cancelling gives the focus back to the button that opened the form", async () => {
  const { client } = createServer();
  show({ client });
  await open();
  await press(/^Cancel/);
  const button = screen.getByRole("button", { name: /^Record progress/ });
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test("who may not record progress sees no button", async () => {
  show({ client: createServer().client, person: null });
  expect(await screen.findByText("No progress recorded yet.")).toBeDefined();
  expect(screen.queryByRole("button", { name: /Record progress/ })).toBe(null);
});
