import { kindOf } from "@due-regard/domain/ehria/form/kinds/registry";
import { sampleTemplate } from "@due-regard/domain/ehria/testing/sample-template";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { expectAccessible } from "../../../testing/axe.ts";
import { LOST } from "../../../testing/fake-server.ts";
import { showRoutes } from "../../../testing/show-routes.tsx";
import { formRoutes } from "../routes.tsx";

const [section] = sampleTemplate.sections;
const [question] = sampleTemplate.questions;
const KEY = "sample";

const version = {
  id: "t1",
  key: KEY,
  version: 1,
  title: "Sample",
  publishedAt: "2026-01-05T10:31:00Z",
  assessmentCount: 2,
  publishedBy: { id: "p2", name: "Casey (demo)" },
  intro: "",
};
const fault = {
  path: `questions.${question?.key}.text`,
  section: section?.key ?? null,
  question: question?.key ?? null,
  message: "The question has no words.",
  remedy: "Write what is asked.",
};
const change = {
  kind: "CHANGED",
  section: section?.key ?? null,
  question: question?.key ?? null,
  name: "A question",
  details: [{ what: "Words", before: "Before", after: "After" }],
};
const draftWith = (more: object = {}) => ({
  viewer: { canEditForms: true, user: { id: "p1" } },
  form: {
    key: KEY,
    title: "Sample",
    versions: [version],
    askedQuestions: [{ key: "gone", label: "Asked once", kind: "LONG_TEXT", version: 1 }],
    draft: {
      key: KEY,
      title: "Sample",
      version: 3,
      nextVersion: 2,
      savedAt: "2026-01-05T10:31:00Z",
      savedBy: { id: "p2", name: "Casey (demo)" },
      startedBy: { id: "p2", name: "Casey (demo)" },
      basedOn: { id: "t1", version: 1 },
      faults: [],
      document: JSON.stringify(sampleTemplate),
      sameAs: null,
      changes: [change],
      ...more,
    },
  },
});

const open = (path: string, more: object = {}, answers: Record<string, () => unknown> = {}) =>
  showRoutes(formRoutes, `/forms/${KEY}/${path}`, {
    FormDraft: () => draftWith(more),
    FormDraftChanges: () => draftWith(more),
    ...answers,
  });

beforeEach(() => localStorage.clear());

describe("no rule of accessibility is broken on", () => {
  test.each([
    "draft",
    "draft/details",
    "draft/sections/add",
    `draft/sections/${section?.key}`,
    `draft/sections/${section?.key}/add`,
    `draft/sections/${section?.key}/remove`,
    `draft/questions/${question?.key}/remove`,
    "draft/changes",
    "draft/publish",
    "draft/discard",
  ])("%s", async (path) => {
    const { container } = await open(path);
    await expectAccessible(container);
  });

  // Kinds that take the same have the same fields.
  const alike = new Map(
    sampleTemplate.questions.map(({ kind, key }) => [kindOf({ kind }).takes.join(), [kind, key]]),
  );
  test.each([...alike.values()])("a question of kind %s", async (_kind, key) => {
    const { container } = await open(`draft/questions/${key}`);
    await expectAccessible(container);
  });
});

describe("what stands against it is said in a summary that takes the focus and leads to the field, on", () => {
  const expectSummary = async (container: Element) => {
    await waitFor(() => expect(document.activeElement?.className).toBe("govuk-error-summary"));
    await expectAccessible(container);
    const link = document.querySelector<HTMLAnchorElement>(".govuk-error-summary a");
    const field = link?.getAttribute("href")?.slice(1) ?? "";
    expect(document.getElementById(field)).not.toBeNull();
  };

  test("a question with a fault", async () => {
    const { container } = await open(`draft/questions/${question?.key}`, { faults: [fault] });
    await expectSummary(container);
  });

  test("a section without a title", async () => {
    const { container } = await open(`draft/sections/${section?.key}`);
    await userEvent.clear(screen.getByLabelText("Title"));
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    await expectSummary(container);
  });

  test("publishing without having looked", async () => {
    const { container } = await open("draft/publish");
    await userEvent.click(screen.getByRole("button", { name: "Publish version 2" }));
    await expectSummary(container);
  });
});

test("an answer that is lost leaves what was typed", async () => {
  const { container } = await open(`draft/sections/${section?.key}`, {}, { SaveFormDraft: () => LOST });
  await userEvent.clear(screen.getByLabelText("Title"));
  await userEvent.type(screen.getByLabelText("Title"), "Another title");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/could not be reached/);
  expect(screen.getByLabelText("Title")).toHaveProperty("value", "Another title");
  await expectAccessible(container);
});
