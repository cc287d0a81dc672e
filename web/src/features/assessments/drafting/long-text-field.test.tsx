import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Client } from "urql";
import { Provider } from "urql";
import { beforeEach, expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { InRouter } from "../../../testing/in-router.tsx";
import type { Content, Question } from "../types.ts";
import { DraftContext } from "./draft-context.ts";
import { QuestionView } from "./question-view.tsx";
import { SaveLine } from "./save-line.tsx";

const question: Question = {
  key: "related-policies",
  number: "2",
  kind: "LONG_TEXT",
  meaning: null,
  subsection: null,
  label: "Related policies",
  text: "Is this connected with any other policy?",
  hint: null,
  textLabel: null,
  stage: null,
  required: true,
  visible: true,
  hiddenBecause: null,
  maxWords: 100,
  forcedChoice: null,
  forcedBecause: null,
  options: [],
  parts: [],
  guidance: {
    lookAt: ["The strategy"],
    law: "The law",
    lawSource: "An Act",
    goodExample: "Good",
    weakExample: "Weak",
  },
};

const contentWith = (text: string, version: number): Content => ({
  id: "1",
  reference: "EHRIA-2026-0001",
  title: "Home care",
  status: "DRAFT",
  revision: 1,
  contentHash: "",
  availableActions: ["EDIT"],
  department: { id: "d", name: "Adults" },
  form: [],
  answers: [
    {
      question: "related-policies",
      part: null,
      choice: null,
      text,
      version,
      counts: true,
      doubts: ["Hard to read"],
      origins: [],
    },
  ],
  characteristicImpacts: [],
  rightImpacts: [],
  improvementActions: [],
  evidence: [],
});

/** Stands for the server: one answer with its version, and somebody else who may change it. */
const createClient = (stored: { text: string; version: number }) => {
  const saved: string[] = [];
  const reply = (data: unknown) => ({ toPromise: async () => ({ data, error: undefined }) });
  const client = {
    mutation: (
      _document: unknown,
      { input }: { input: { answers: { text: string; basedOnVersion: number }[] } },
    ) => {
      const answer = input.answers[0];
      if (!answer || answer.basedOnVersion !== stored.version) {
        return reply({ saveAnswers: { __typename: "Conflict", message: "Changed", conflicts: [] } });
      }
      saved.push(answer.text);
      Object.assign(stored, { text: answer.text, version: stored.version + 1 });
      const { text, version } = stored;
      const answers = [{ question: "related-policies", part: null, choice: null, text, version }];
      return reply({
        saveAnswers: {
          __typename: "AnswersSaved",
          savedAt: "2026-11-22T14:02:00Z",
          assessment: { id: "1" },
          answers,
        },
      });
    },
    query: () => reply({ assessment: contentWith(stored.text, stored.version) }),
  };
  return { client: client as unknown as Client, saved };
};

const show = (client: Client, content: Content) =>
  render(
    <Provider value={client}>
      <InRouter>
        <DraftContext value={{ content, person: "p1" }}>
          <QuestionView question={question} />
          <SaveLine />
        </DraftContext>
      </InRouter>
    </Provider>,
  );

beforeEach(() => localStorage.clear());

test("what is written is saved on leaving the field, and the page says when", async () => {
  const { client, saved } = createClient({ text: "The strategy.", version: 3 });
  const { container } = show(client, contentWith("The strategy.", 3));
  const field = await screen.findByRole("textbox", { name: /^2\. Is this connected/ });
  await expectAccessible(container);
  await userEvent.type(field, " And the plan.");
  await userEvent.tab();
  await waitFor(() => expect(saved).toEqual(["The strategy. And the plan."]));
  await waitFor(() => expect(screen.getAllByText("Saved at 14:02").length).toBeGreaterThan(0));
});

const BEFORE = "It follows the strategy.";
const MINE = "It follows the strategy and the plan.";
const THEIRS = "It follows the new strategy.";

test("when somebody else was faster, both texts are shown with their changes, and the person's choice is stored", async () => {
  const { client, saved } = createClient({ text: THEIRS, version: 4 });
  const { container } = show(client, contentWith(BEFORE, 3));
  const field = await screen.findByRole("textbox", { name: /^2\. Is this connected/ });
  await userEvent.clear(field);
  await userEvent.type(field, MINE);
  await userEvent.tab();
  await screen.findByRole("heading", { name: /Somebody else changed this answer/ });
  const added = [...container.querySelectorAll("ins")].map(({ textContent }) => textContent);
  expect(added).toEqual([" [added:  and the plan] ", " [added: new ] "]);
  await expectAccessible(container);
  await userEvent.click(screen.getByRole("radio", { name: "Make one text of both" }));
  const merged = screen.getByRole("textbox", { name: "Text" });
  expect(merged).toHaveProperty("value", "It follows the new strategy and the plan.");
  await userEvent.click(screen.getByRole("button", { name: "Save this choice" }));
  await waitFor(() => expect(saved).toEqual(["It follows the new strategy and the plan."]));
  expect(screen.queryByRole("heading", { name: /Somebody else/ })).toBeNull();
});
