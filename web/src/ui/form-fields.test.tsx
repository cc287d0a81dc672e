import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { expectAccessible } from "../testing/axe.ts";
import { Button } from "./button.tsx";
import { Checkbox } from "./checkbox.tsx";
import { DateInput } from "./date-input.tsx";
import { ErrorSummary, type FieldError } from "./error-summary.tsx";
import { Radios } from "./radios.tsx";
import { Select } from "./select.tsx";
import { TextInput } from "./text-input.tsx";
import { Textarea } from "./textarea.tsx";

const nothing = () => undefined;
const described = (element: HTMLElement) =>
  (element.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent ?? `nothing has the id ${id}`);

test("fields with a hint and an error are named and described by both", async () => {
  const { container } = render(
    <>
      <TextInput id="name" label="Name" hint="In full" error="Enter a name" value="" onChange={nothing} />
      <Textarea
        id="why"
        label="Why"
        hint="Briefly"
        error="Enter why"
        value=""
        onChange={nothing}
        limit={{ max: 5, unit: "words" }}
      />
      <Select
        id="where"
        label="Where"
        error="Choose"
        options={[{ value: "", label: "Choose" }]}
        value=""
        onChange={nothing}
      />
      <Checkbox id="sure" label="I am sure" error="Tick the box" checked={false} onChange={nothing} />
    </>,
  );
  expect(described(screen.getByRole("textbox", { name: "Name" }))).toEqual([
    "In full",
    "Error: Enter a name",
  ]);
  expect(described(screen.getByRole("textbox", { name: "Why" }))).toEqual([
    "Briefly",
    "Error: Enter why",
    "You have 5 words remaining",
  ]);
  expect(described(screen.getByRole("combobox", { name: "Where" }))).toEqual(["Error: Choose"]);
  expect(described(screen.getByRole("checkbox", { name: "I am sure" }))).toEqual(["Error: Tick the box"]);
  await expectAccessible(container);
});

test("groups of radio buttons and of date boxes carry their legend, hint and error", async () => {
  const { container } = render(
    <>
      <Radios
        id="way"
        legend="Which way?"
        hint="As far as you know"
        error="Choose one"
        options={[
          { value: "UP", label: "Up", hint: "Better" },
          { value: "DOWN", label: "Down", reveals: <p>How far?</p> },
        ]}
        value="DOWN"
        onChange={nothing}
      />
      <DateInput
        id="due"
        legend="By when"
        hint="For example, 31 3 2027"
        error="Date must include a year"
        value={{ day: "1", month: "2", year: "" }}
        onChange={nothing}
      />
    </>,
  );
  expect(described(screen.getByRole("group", { name: "Which way?" }))).toEqual([
    "As far as you know",
    "Error: Choose one",
  ]);
  expect(screen.getByRole("radio", { name: "Down" })).toHaveProperty("checked", true);
  expect(screen.getByText("How far?").textContent).toBe("How far?");
  expect(screen.getByRole("textbox", { name: "Day" }).id, "where an error summary leads").toBe("due");
  await expectAccessible(container);
});

test("a text that is too long says by how much and is not cut", async () => {
  const Typed = () => {
    const [value, setValue] = useState("");
    return (
      <Textarea id="text" label="Text" value={value} onChange={setValue} limit={{ max: 2, unit: "words" }} />
    );
  };
  render(<Typed />);
  const field = screen.getByRole("textbox", { name: "Text" });
  await userEvent.type(field, "one two three");
  expect(field).toHaveProperty("value", "one two three");
  expect(described(field)).toEqual(["You have 1 word too many"]);
});

test("the error summary takes focus each time it has something new to say, and leads to the field", async () => {
  const Form = () => {
    const [errors, setErrors] = useState<readonly FieldError[]>([]);
    return (
      <>
        <ErrorSummary errors={errors} />
        <TextInput id="name" label="Name" value="" onChange={nothing} />
        <Button type="button" onClick={() => setErrors([{ field: "name", message: "Enter a name" }])}>
          Save
        </Button>
      </>
    );
  };
  const { container } = render(<Form />);
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(document.activeElement?.className, `attempt ${attempt}`).toBe("govuk-error-summary");
  }
  await expectAccessible(container);
  await userEvent.click(screen.getByRole("link", { name: "Enter a name" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" }));
});

test("a busy button does nothing when it is pressed again, and keeps the focus", async () => {
  let presses = 0;
  const Busy = () => {
    const [busy, setBusy] = useState(false);
    return (
      <Button
        type="button"
        busy={busy}
        onClick={() => {
          presses += 1;
          setBusy(true);
        }}
      >
        Sign
      </Button>
    );
  };
  render(<Busy />);
  await userEvent.dblClick(screen.getByRole("button", { name: "Sign" }));
  expect(presses).toBe(1);
  expect(document.activeElement?.textContent).toBe("Sign");
});
