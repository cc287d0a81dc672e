import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Provider } from "urql";
import { beforeEach, expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { type Answer as Answered, createServer, LOST } from "../../../testing/fake-server.ts";
import { InRouter } from "../../../testing/in-router.tsx";
import { DraftContext } from "../drafting/draft-context.ts";
import { DraftPlaceContext } from "../drafting/draft-place.ts";
import { QuestionView } from "../drafting/question-view.tsx";
import type { Answer, Content, Question } from "../types.ts";

const question = {
  key: "change",
  number: "1",
  kind: "LONG_TEXT",
  label: "The change",
  subsection: null,
  text: "What is going to change?",
  visible: true,
  maxWords: null,
  hint: null,
  options: [],
  parts: [],
  guidance: null,
} as unknown as Question;

const stored = (text: string | null, version: number, origins: Answer["origins"] = []): Answer => ({
  question: "change",
  part: null,
  choice: null,
  text,
  version,
  counts: true,
  doubts: [],
  origins,
});

const contentWith = (answers: Answer[]): Content =>
  ({
    id: "a1",
    reference: "EHRIA-2026-0009",
    title: "Bus passes",
    availableActions: ["EDIT"],
    form: [{ key: "about", number: "1", title: "About", questions: [question] }],
    answers,
    evidence: [],
  }) as unknown as Content;

const WORDS = "Fares go up by inflation.";
const earlier = (reference: string, text = WORDS) => ({
  part: null,
  text,
  revision: 1,
  savedAt: "2026-01-05T10:00:00Z",
  assessment: {
    id: reference,
    reference,
    title: "Bus fares",
    status: "SIGNED_OFF",
    completedOn: "2026-02-20",
    department: { id: "d", name: "Environment and Transport" },
  },
});
const found = (...earlierAnswers: object[]) => ({ assessment: { id: "a1", earlierAnswers } });
const copied = (text: string, version: number) => ({
  copyAnswer: {
    __typename: "AnswersSaved",
    savedAt: "2026-03-01T10:00:00Z",
    assessment: { id: "a1" },
    answers: [{ question: "change", part: null, choice: null, text, version }],
  },
});

const show = (answers: Answer[], replies: Record<string, Answered>, asked = question) => {
  const server = createServer(replies);
  const view = render(
    <InRouter>
      <Provider value={server.client}>
        <DraftContext value={{ content: contentWith(answers), person: "p1" }}>
          <main>
            <h1>Draft</h1>
            <QuestionView question={asked} />
          </main>
        </DraftContext>
      </Provider>
    </InRouter>,
  );
  return { ...server, ...view };
};

const open = () => userEvent.click(screen.getByText("How others answered this"));
const press = (name: RegExp) => userEvent.click(screen.getByRole("button", { name }));
const field = () => screen.getByLabelText(/What is going to change/);

beforeEach(() => localStorage.clear());

test("nothing is asked before somebody opens it; then each answer stands with whose it is, and words say when there is none", async () => {
  const { container, sent } = show([], { EarlierAnswers: () => found(earlier("EHRIA-2026-0001")) });
  expect(sent).toEqual([]);
  await open();
  const link = await screen.findByRole("link", { name: "Bus fares" });
  expect(link.getAttribute("href")).toBe("/assessments/EHRIA-2026-0001/check");
  screen.getByText("Signed off");
  screen.getByText("EHRIA-2026-0001, Environment and Transport, completed 20 February 2026");
  screen.getByText(WORDS);
  expect(sent).toEqual([
    { name: "EarlierAnswers", variables: { reference: "EHRIA-2026-0009", question: "change", first: 5 } },
  ]);
  await expectAccessible(container);
});

test("says so where there is none, and where they could not be loaded, with a way to try again", async () => {
  const replies = [LOST, found()];
  const { container } = show([], { EarlierAnswers: () => replies.shift() });
  await open();
  await screen.findByText("The other answers could not be loaded.");
  await expectAccessible(container);
  await press(/^Try again/);
  await screen.findByText("No other assessment that you may read has answered this question yet.");
});

test("more are shown by and by", async () => {
  const many = Array.from({ length: 5 }, (_, index) => earlier(`EHRIA-2026-000${index}`, `Words ${index}`));
  const { sent } = show([], { EarlierAnswers: () => found(...many) });
  await open();
  await press(await screen.findByText("Show more answers").then(() => /Show more answers/));
  await waitFor(() => expect(sent.map(({ variables }) => variables.first)).toEqual([5, 15]));
});

test("where nothing is written, the text becomes the answer, and the cursor stands in it", async () => {
  const { container, inputs } = show([], {
    EarlierAnswers: () => found(earlier("EHRIA-2026-0001")),
    CopyAnswer: () => copied(WORDS, 1),
  });
  await open();
  await screen.findByText(WORDS);
  await press(/^Use this text/);
  await waitFor(() => expect(field()).toHaveProperty("value", WORDS));
  expect(document.activeElement).toBe(field());
  screen.getByText("Stands in your answer.");
  screen.getByText(/^Copied from EHRIA-2026-0001\. Change it/);
  const [{ idempotencyKey, ...input } = {}] = inputs("CopyAnswer");
  expect(input).toEqual({
    reference: "EHRIA-2026-0009",
    question: "change",
    part: null,
    from: "EHRIA-2026-0001",
    basedOnVersion: 0,
  });
  expect(idempotencyKey).toBeTruthy();
  await expectAccessible(container);
});

test("what is being typed is saved first, and the text comes below it", async () => {
  const { sent } = show([stored("Ours.", 3)], {
    EarlierAnswers: () => found(earlier("EHRIA-2026-0001")),
    SaveAnswers: () => ({ saveAnswers: { ...copied("Ours. More.", 4).copyAnswer } }),
    CopyAnswer: () => copied(`Ours. More.\n\n${WORDS}`, 5),
  });
  await open();
  await screen.findByText(WORDS);
  await userEvent.type(field(), " More.");
  await press(/^Add this text below yours/);
  await waitFor(() => expect(field()).toHaveProperty("value", `Ours. More.\n\n${WORDS}`));
  const writes = sent.filter(({ name }) => name !== "EarlierAnswers");
  expect(writes.map(({ name }) => name)).toEqual(["SaveAnswers", "CopyAnswer"]);
  expect(writes[1]?.variables.input).toMatchObject({ basedOnVersion: 4 });
});

test("an answer that somebody else changed meanwhile is shown as it stands, and nothing is copied", async () => {
  const { container } = show([stored("Ours.", 3)], {
    EarlierAnswers: () => found(earlier("EHRIA-2026-0001")),
    CopyAnswer: () => ({ copyAnswer: { __typename: "Conflict", message: "Changed", conflicts: [] } }),
    Draft: () => ({ viewer: null, assessment: contentWith([stored("Theirs.", 4)]) }),
  });
  await open();
  await screen.findByText(WORDS);
  await press(/^Add this text below yours/);
  await screen.findByRole("link", { name: /^Somebody else changed this answer meanwhile/ });
  expect(document.activeElement?.className).toContain("govuk-error-summary");
  expect(field()).toHaveProperty("value", "Theirs.");
  await expectAccessible(container);
});

test("where words were copied from stands beside the answer, with what became of them", async () => {
  const origin = {
    state: "UNCHANGED" as const,
    revision: 2,
    copiedAt: "2026-03-01T10:00:00Z",
    copiedBy: { id: "u", name: "Robin (demo)" },
    assessment: { id: "b", reference: "EHRIA-2026-0001", title: "Bus fares" },
  };
  const origins: Answer["origins"] = [
    origin,
    { ...origin, state: "CHANGED", assessment: null, copiedAt: "2026-03-02T10:00:00Z" },
    { ...origin, state: "GONE", assessment: null, copiedAt: "2026-03-03T10:00:00Z" },
  ];
  const { container } = show([stored(WORDS, 1, origins)], {});
  const notes = [...container.querySelectorAll(".app-origin")].map(({ textContent }) => textContent);
  expect(notes).toEqual([
    "Copied from EHRIA-2026-0001 Bus fares (revision 2) by Robin (demo) on 1 March 2026, and not changed",
    "Copied from another assessment by Robin (demo) on 2 March 2026, then changed",
  ]);
  await expectAccessible(container);
});

test("it is not offered for names, dates and ticks, nor while a form is tried out", () => {
  show([], {}, { ...question, kind: "TEXT" });
  expect(screen.queryByText("How others answered this")).toBeNull();
  render(
    <InRouter>
      <DraftPlaceContext value={{ address: "/try", crumbs: [], isTryOut: true }}>
        <Provider value={createServer({}).client}>
          <DraftContext value={{ content: contentWith([]), person: "" }}>
            <QuestionView question={question} />
          </DraftContext>
        </Provider>
      </DraftPlaceContext>
    </InRouter>,
  );
  expect(screen.queryByText("How others answered this")).toBeNull();
});
