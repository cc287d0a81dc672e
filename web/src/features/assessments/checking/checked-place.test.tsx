import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { InRouter } from "../../../testing/in-router.tsx";
import { DraftContext } from "../drafting/draft-context.ts";
import type { Content, Finding } from "../types.ts";
import { CheckedPlace } from "./checked-place.tsx";
import { FindingsProvider } from "./findings-context.tsx";

const question = (key: string, number: string) => ({
  key,
  number,
  kind: "LONG_TEXT",
  label: key,
  text: key,
  subsection: null,
  parts: [],
});

const content = {
  reference: "EHRIA-2026-0001",
  form: [{ key: "about", title: "About", questions: [question("change", "1"), question("who", "2")] }],
} as unknown as Content;

const base = { rule: "rule", field: "text", action: null, section: "about" };
const missing: Finding = {
  ...base,
  place: "who",
  otherPlaces: [],
  weight: "BLOCKS",
  message: "The form asks for this.",
  remedy: "Write an answer – Who",
};
const ages: Finding = {
  ...base,
  place: "change",
  otherPlaces: ["who"],
  weight: "WARNS",
  message: "Age limits differ.",
  remedy: "Use the same words everywhere.",
};

const Page = ({ findings, saving = "CLEAN" }: { findings: readonly Finding[]; saving?: string }) => (
  <DraftContext value={{ content, person: "p" }}>
    <FindingsProvider findings={findings}>
      {["change", "who"].map((place) => (
        <CheckedPlace key={place} place={place} saving={saving}>
          <label htmlFor={`answer-${place}`}>{place}</label>
          <textarea id={`answer-${place}`} />
        </CheckedPlace>
      ))}
    </FindingsProvider>
  </DraftContext>
);

type Props = Parameters<typeof Page>[0];

/** Shows the page; `again` is how it comes to stand after a save, or after the draft was asked for anew. */
const show = (findings: readonly Finding[], path = "/") => {
  let change: (props: Props) => void = () => undefined;
  const Host = () => {
    const [props, setProps] = useState<Props>({ findings });
    change = setProps;
    return <Page {...props} />;
  };
  const { container } = render(
    <InRouter path={path}>
      <Host />
    </InRouter>,
  );
  return { container, again: (props: Props) => act(() => change(props)) };
};

const said = () => screen.getByRole("status").textContent;

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());

test("what is missing is said once the field was left, with what to do, and by a polite voice", async () => {
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const { container } = show([missing]);
  expect(screen.queryByText(/The form asks for this/)).toBeNull();
  await user.click(screen.getByLabelText("who"));
  expect(screen.queryByText(/The form asks for this/)).toBeNull();
  await user.tab();
  expect(screen.getByText("The form asks for this.")).toBeTruthy();
  expect(said()).toBe("The checker has a note on question 2. Write an answer – Who");
  await expectAccessible(container);
});

test("a contradiction stands at both places, each with the way to the other, and is not told on opening", () => {
  show([ages]);
  expect(screen.getAllByText("Age limits differ.").length).toBe(2);
  const links = screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]);
  expect(links).toEqual([
    ["See question 2", "/assessments/EHRIA-2026-0001/about/questions#answer-who"],
    ["See question 1", "/assessments/EHRIA-2026-0001/about/questions#answer-change"],
  ]);
  expect(said()).toBe("");
});

test("whoever follows a link to a field sees what is missing there", () => {
  show([missing], "/assessments/EHRIA-2026-0001/about/questions#answer-who-text");
  expect(screen.getByText("The form asks for this.")).toBeTruthy();
});

test("nothing is said of what was just written until it is saved and checked", async () => {
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const { again } = show([missing]);
  await user.type(screen.getByLabelText("who"), "Everybody");
  const old = [missing];
  again({ findings: old, saving: "SAVING" });
  await user.tab();
  expect(screen.queryByText("The form asks for this.")).toBeNull();
  again({ findings: old, saving: "SAVED" });
  expect(screen.queryByText("The form asks for this.")).toBeNull();
  again({ findings: [ages], saving: "SAVED" });
  expect(screen.queryByText("The form asks for this.")).toBeNull();
  expect(screen.getAllByText("Age limits differ.").length).toBe(2);
  expect(said()).toMatch(/^The checker has a note on question \d\. Age limits differ\.$/);
});

test("where the answer to the next question about the draft stays away, what is known is said", async () => {
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const { again } = show([missing]);
  await user.click(screen.getByLabelText("who"));
  const old = [missing];
  again({ findings: old, saving: "SAVING" });
  await user.tab();
  again({ findings: old, saving: "SAVED" });
  expect(screen.queryByText("The form asks for this.")).toBeNull();
  act(() => vi.advanceTimersByTime(4_000));
  expect(screen.getByText("The form asks for this.")).toBeTruthy();
});
