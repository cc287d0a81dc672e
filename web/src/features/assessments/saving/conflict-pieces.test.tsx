import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { ConflictChoice, type Piece } from "../../../ui/conflict-choice.tsx";
import { type ActionValue, actionKind, actionValue } from "./kinds/action.ts";
import { answerKind, dateKind } from "./kinds/answer.ts";
import { type CharacteristicValue, characteristicKind } from "./kinds/characteristic.ts";

const show = <Value,>(
  pieces: readonly Piece<Value>[],
  values: { base: Value; mine: Value; theirs: Value },
) => {
  const onChoose = vi.fn<(value: Value) => void>();
  const { container } = render(
    <main>
      <h1>Draft</h1>
      <ConflictChoice {...values} pieces={pieces} onChoose={onChoose} />
    </main>,
  );
  return { container, onChoose };
};
const choose = (name: string) => userEvent.click(screen.getByRole("radio", { name }));
const save = () => userEvent.click(screen.getByRole("button", { name: "Save this choice" }));
const changes = (container: HTMLElement) => container.querySelectorAll("ins, del").length;

test("two days stand as days, and can't be made one", async () => {
  const day = (text: string | null) => ({ choice: null, text });
  const values = { base: day("2026-11-28"), mine: day("2026-02-03"), theirs: day("TBC") };
  const { container, onChoose } = show(dateKind.pieces([]), values);
  screen.getByText("3 February 2026");
  screen.getByText("To be confirmed");
  expect(changes(container)).toBe(0);
  expect(screen.queryByRole("radio", { name: "Make one text of both" })).toBeNull();
  await expectAccessible(container);
  await choose("Take theirs");
  await save();
  expect(onChoose).toHaveBeenCalledWith(day("TBC"));
});

test("one text of both takes each choice from whom the person says, and both texts", async () => {
  const row = (direction: CharacteristicValue["direction"], comments: string | null) => ({
    affected: true,
    direction,
    comments,
    barriers: null,
  });
  const { container, onChoose } = show<CharacteristicValue>(characteristicKind.pieces([]), {
    base: { ...row(null, null), affected: null },
    mine: row("NEGATIVE", "Calls end."),
    theirs: row("MIXED", "More choice."),
  });
  await choose("Make one text of both");
  const direction = within(screen.getByRole("group", { name: "Which way" }));
  expect(direction.getByRole("radio", { name: /^Yours: Negative/ })).toHaveProperty("checked", true);
  await expectAccessible(container);
  await userEvent.click(direction.getByRole("radio", { name: /^Theirs: Positive and negative/ }));
  await save();
  const [chosen] = onChoose.mock.calls[0] ?? [];
  expect(chosen).toMatchObject({ affected: true, direction: "MIXED", barriers: null });
  expect(chosen?.comments).toContain("Calls end.");
  expect(chosen?.comments).toContain("More choice.");
});

test("words beside a choice are compared; the choice stands as it is", () => {
  const values = {
    base: { choice: "YES", text: "As before" },
    mine: { choice: "NO", text: "As before, mostly" },
    theirs: { choice: "YES", text: "As always" },
  };
  const { container } = show(answerKind.pieces([{ value: "NO", label: "Not at all" }]), values);
  screen.getByText("Not at all");
  expect(changes(container)).toBeGreaterThan(0);
  expect(screen.queryByText(/Yes.*taken out/)).toBeNull();
});

const action = (changed: Partial<ActionValue>): ActionValue => ({
  ...actionValue(null),
  objective: "Calls stay",
  action: "Write them into the contract",
  target: "None is lost",
  officer: "Contracts manager",
  ...changed,
});
const QUESTIONS = [
  { value: "", label: "No question in particular" },
  { value: "mitigation", label: "Question 22: Reducing harm" },
];

test("an action that one of them took out is either kept or taken out", () => {
  show(actionKind.pieces(QUESTIONS), {
    base: action({}),
    mine: action({ target: "Hardly any is lost" }),
    theirs: action({ isRemoved: true }),
  });
  screen.getByText("No, it was taken out");
  expect(screen.getAllByText("Objective")).toHaveLength(1);
  expect(screen.queryByRole("radio", { name: "Make one text of both" })).toBeNull();
});

test("from which question an action follows is a difference like any other", () => {
  show(actionKind.pieces(QUESTIONS), {
    base: action({}),
    mine: action({ fromQuestion: "mitigation" }),
    theirs: action({ target: "Hardly any is lost" }),
  });
  screen.getByText("Question 22: Reducing harm");
  screen.getByText("No question in particular");
});
