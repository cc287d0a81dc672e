import { expect, test } from "vitest";
import { neighbours, topicsOf, tour } from "./topics.ts";

const question = (key: string, subsection: string | null, kind = "YES_NO") => ({ key, subsection, kind });
const screening = [
  question("5", "Research and consultation"),
  question("8", "Research and consultation"),
  question("9", "Monitoring impact"),
  question("10", "Potential impact", "CHARACTERISTIC_ROWS"),
  question("11", "Potential impact", "RIGHT_ROWS"),
  question("12", "Decision"),
];

test("subsections are topics, and tables of rows have their own", () => {
  expect(
    topicsOf(screening).map(({ slug, title, questions }) => [slug, title, questions.map(({ key }) => key)]),
  ).toEqual([
    ["research-and-consultation", "Research and consultation", ["5", "8"]],
    ["monitoring-impact", "Monitoring impact", ["9"]],
    ["characteristics", "Protected characteristics", ["10"]],
    ["rights", "Human rights", ["11"]],
    ["decision", "Decision", ["12"]],
  ]);
});

test("a section without subsections is one topic", () => {
  expect(topicsOf([question("1", null), question("2", null)])).toMatchObject([
    { slug: "questions", title: null },
  ]);
});

test("what goes on after a table of rows has an address and a name of its own", () => {
  const effects = [
    question("said", null),
    question("groups", null, "CHARACTERISTIC_ROWS"),
    { ...question("softening", null), label: "Reducing harm" },
    { ...question("more", null), label: "More" },
  ];
  expect(
    topicsOf(effects).map(({ slug, title, questions }) => [slug, title, questions.map(({ key }) => key)]),
  ).toEqual([
    ["questions", null, ["said"]],
    ["characteristics", "Protected characteristics", ["groups"]],
    ["questions-2", "Reducing harm", ["softening", "more"]],
  ]);
});

test("the tour leaves out what can't be started and what isn't required", () => {
  const section = (key: string, status: string, questions = [question("q", null)]) => ({
    key,
    title: key,
    status,
    questions,
  });
  const stops = tour("/assessments/EHRIA-2026-0001", [
    section("policy", "COMPLETE"),
    section("screening", "IN_PROGRESS", screening.slice(2, 4)),
    section("report", "CANNOT_START_YET"),
    section("plan", "NOT_REQUIRED"),
  ]);
  expect(stops.map(({ label }) => label)).toEqual([
    "policy",
    "Monitoring impact",
    "Protected characteristics",
  ]);
  expect(neighbours(stops, "/assessments/EHRIA-2026-0001/screening/monitoring-impact")).toEqual({
    previous: { to: "/assessments/EHRIA-2026-0001/policy/questions", label: "policy" },
    next: {
      to: "/assessments/EHRIA-2026-0001/screening/characteristics",
      label: "Protected characteristics",
    },
  });
  expect(neighbours(stops, "/elsewhere")).toEqual({ previous: null, next: null });
});
