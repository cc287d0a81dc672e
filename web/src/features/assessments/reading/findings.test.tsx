import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { InRouter } from "../../../testing/in-router.tsx";
import type { Content, Finding } from "../types.ts";
import { Findings } from "./findings.tsx";

const question = (key: string, number: string) => ({
  key,
  number,
  kind: "LONG_TEXT",
  label: key,
  text: key,
  subsection: null,
  parts: [],
});
const form = {
  reference: "EHRIA-2026-0001",
  form: [{ key: "about", title: "About", questions: [question("change", "1"), question("who", "2")] }],
} as unknown as Content;

const finding = (change: Partial<Finding>): Finding => ({
  rule: "rule",
  place: "change",
  field: "text",
  otherPlaces: [],
  action: null,
  section: "about",
  message: "The form asks for this.",
  remedy: "Write an answer",
  weight: "BLOCKS",
  ...change,
});

const FOUND = [
  finding({ weight: "SUGGESTS", message: "It could be clearer.", remedy: "Say whom you mean." }),
  finding({ remedy: "Write an answer – Change" }),
  finding({ weight: "WARNS", message: "Ages differ.", remedy: "Use one age.", otherPlaces: ["who"] }),
  finding({ place: "who", remedy: "Write an answer – Who" }),
];

test("stand by weight, the heaviest first, each reason said once, with the way to each field", async () => {
  const { container } = render(
    <InRouter>
      <Findings findings={FOUND} form={form} />
    </InRouter>,
  );
  expect(screen.getAllByRole("heading").map(({ textContent }) => textContent)).toEqual([
    "Must be put right before it can be signed (2)",
    "Look at these (1)",
    "Suggestions (1)",
  ]);
  expect(screen.getAllByText("The form asks for this.").length).toBe(1);
  const blocking = screen.getByRole("region", { name: /^Must be put right/ });
  const links = within(blocking).getAllByRole("link");
  expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
    [
      "Go to question 1 : Write an answer – Change",
      "/assessments/EHRIA-2026-0001/about/questions#answer-change-text",
    ],
    [
      "Go to question 2 : Write an answer – Who",
      "/assessments/EHRIA-2026-0001/about/questions#answer-who-text",
    ],
  ]);
  const advice = screen.getByRole("region", { name: /^Look at these/ });
  expect(within(advice).getByRole("link", { name: "See question 2" }).getAttribute("href")).toBe(
    "/assessments/EHRIA-2026-0001/about/questions#answer-who",
  );
  await expectAccessible(container);
});

test("have no links for whoever may only read, and say so when there is nothing", () => {
  const { rerender } = render(<Findings findings={FOUND} form={null} />);
  expect(screen.queryAllByRole("link")).toEqual([]);
  rerender(<Findings findings={[]} form={null} />);
  expect(screen.getByText("The checker found nothing to mention.")).toBeTruthy();
});
