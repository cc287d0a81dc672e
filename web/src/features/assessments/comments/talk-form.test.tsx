import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type Client, CombinedError, Provider } from "urql";
import { beforeEach, expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { isBeingWritten, TalkForm } from "./talk-form.tsx";

type Answer = { addComment: object } | CombinedError;

const SAVED = { addComment: { __typename: "CommentSaved", comment: { id: "c1" }, assessment: { id: "a1" } } };
const LOST = new CombinedError({ networkError: new Error("cut") });

/** Stands for the server: gives its answers in order, and keeps what it was sent. */
const createServer = (...answers: Answer[]) => {
  const sent: { text: string; place?: string; replyTo?: string; idempotencyKey: string }[] = [];
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

const PERSON = { person: "p1", reference: "EHRIA-2026-0001" };
const PLACES = [
  { place: "aims", label: "question 3" },
  { place: "aims.one", label: "First aim" },
];

const show = (client: Client) => {
  const news: string[] = [];
  const { container, unmount } = render(
    <Provider value={client}>
      <main>
        <h1>Draft</h1>
        <TalkForm
          {...PERSON}
          places={PLACES}
          label="Comment on question 3"
          button="Add comment"
          onSent={(sentence) => news.push(sentence)}
        />
      </main>
    </Provider>,
  );
  return { news, container, unmount, field: () => screen.getByLabelText("Comment on question 3") };
};

const press = () => userEvent.click(screen.getByRole("button", { name: "Add comment" }));

beforeEach(() => localStorage.clear());

test("what is typed waits in the browser until the server has it", async () => {
  const { client, sent } = createServer();
  const first = show(client);
  await userEvent.type(first.field(), "Which aims?");
  await userEvent.selectOptions(screen.getByLabelText("About"), "First aim");
  first.unmount();
  expect(isBeingWritten(PERSON, "aims")).toBe(true);
  expect(isBeingWritten({ ...PERSON, person: "p2" }, "aims")).toBe(false);
  const again = show(client);
  expect(again.field()).toHaveProperty("value", "Which aims?");
  await expectAccessible(again.container);
  await press();
  expect(sent).toMatchObject([{ text: "Which aims?", place: "aims.one" }]);
  expect(again.news).toEqual(["Your comment was added"]);
  expect(again.field()).toHaveProperty("value", "");
  expect(isBeingWritten(PERSON, "aims")).toBe(false);
});

test("a lost answer keeps the text and its key, also over a closed page; other words are another comment", async () => {
  const { client, sent } = createServer(LOST, LOST, LOST);
  const first = show(client);
  await userEvent.type(first.field(), "Which aims?");
  await press();
  expect(screen.getByText(/could not be reached/)).toBeTruthy();
  first.unmount();
  const again = show(client);
  await press();
  await userEvent.type(again.field(), " All?");
  await press();
  expect(new Set(sent.slice(0, 2).map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  expect(sent[2]?.idempotencyKey).not.toBe(sent[0]?.idempotencyKey);
});

test("what the server refuses is said at the field, and stays to be put right", async () => {
  const problems = [{ path: "text", message: "Use 4,000 characters or fewer" }];
  const refused = { addComment: { __typename: "ValidationError", message: "No", problems } };
  const { client, sent } = createServer(refused);
  const { container, field } = show(client);
  await press();
  expect(screen.getByText("Write what you want to say")).toBeTruthy();
  expect(sent).toEqual([]);
  await userEvent.type(field(), "Long");
  await press();
  expect(screen.getByText("Use 4,000 characters or fewer")).toBeTruthy();
  expect(field()).toHaveProperty("value", "Long");
  await expectAccessible(container);
});
