import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  hashPin,
  type Pin,
  pinDeliveryAction,
  pinElement,
  pinFigure,
  pinFile,
  pinLink,
  sortGroups,
  wordsOfElement,
} from "./pin.ts";

const women = { characteristic: "SEX", category: "Women", display: "64%", value: "64" };
const men = { characteristic: "SEX", category: "Men", display: "59%", value: "59" };
const survey = { name: "survey.pdf", type: "PDF", bytes: 1_000, sha256: "a".repeat(64) } as const;

const figure = pinFigure({
  metric: { title: "Heritage visits", code: "LOCAL-heritage-visits" },
  organisation: { name: "Leicestershire County Council" },
  period: { code: "2019-04/2019-11", label: "April to November 2019", end: "2019-11-30" },
  category: null,
  display: "107.8k",
  value: "107800",
  source: "Performance report, January 2020",
  recordedAt: "2020-01-20 10:00:00+00",
  groups: [women, men],
});

test("a figure is pinned with what it says, what it speaks for, where it stands and since when it is known", () => {
  expect(figure).toEqual({
    title: "Heritage visits (LOCAL-heritage-visits), Leicestershire County Council, April to November 2019",
    display: "107.8k",
    value: "107800",
    period: "2019-04/2019-11",
    source: "Performance report, January 2020",
    on: "2019-11-30",
    knownSince: "2020-01-20T10:00:00.000Z",
    groups: [men, women],
    file: null,
  });
});

describe("what an element of a plan says is all that it says", () => {
  const lists = { found: [], willDo: [], howWeWillKnow: [] };
  const strategy = { title: "Carers strategy", startsOn: "2018-04-01" };
  test.each([
    [{ title: "Carers are heard", text: null, ...lists }, "Carers are heard"],
    [{ title: "Carers are heard", text: "We ask them.", ...lists }, "We ask them."],
    [
      {
        title: "Carers are heard",
        text: "We ask them.",
        ...lists,
        found: ["Few are asked"],
        willDo: ["Ask", "Listen"],
      },
      "We ask them.\nWhat was found: Few are asked\nWhat will be done: Ask; Listen",
    ],
  ])("%#", (element, words) => {
    expect(wordsOfElement({ ...element, strategy })).toBe(words);
    expect(pinElement({ ...element, strategy }, null)).toMatchObject({
      title: "Carers strategy: Carers are heard",
      display: words,
      on: "2018-04-01",
    });
  });
});

test("a page is pinned by its address, a file by its content", () => {
  expect(pinLink({ url: "https://example.org/", title: "Guidance" }, "2026-11-28")).toMatchObject({
    title: "Guidance",
    display: "https://example.org/",
    on: "2026-11-28",
  });
  expect(pinFile(survey, null, "2026-11-28T10:00:00Z")).toMatchObject({
    title: "survey.pdf",
    display: "survey.pdf",
    on: "2026-11-28",
    file: survey,
  });
});

test("a delivery action is pinned with who, by when and how far", () => {
  const strategy = { title: "Dementia strategy", startsOn: "2019-04-01" };
  const action = { strategy, reference: "D02", title: "Promote checks", responsible: "Public Health" };
  expect(pinDeliveryAction({ ...action, duePrinted: "2019/20", status: "IN_PROGRESS" }, null)).toMatchObject({
    title: "Dementia strategy: D02 Promote checks",
    display: "Responsible: Public Health\nDue: 2019/20\nStatus: In progress",
    on: "2019-04-01",
    knownSince: null,
  });
  const told = pinDeliveryAction({ ...action, duePrinted: null, status: "DONE" }, "2020-05-01 10:00:00+00");
  expect(told).toMatchObject({
    display: "Responsible: Public Health\nStatus: Done",
    on: "2020-05-01",
    knownSince: "2020-05-01T10:00:00.000Z",
  });
});

describe("the hash of a pin", () => {
  const withFile: Pin = { ...figure, file: survey };
  const changes: [string, Pin][] = [
    ...(["title", "display", "value", "period", "source", "on", "knownSince"] as const).map(
      (key): [string, Pin] => [key, { ...withFile, [key]: "other" }],
    ),
    ["a group's figure", { ...withFile, groups: [men, { ...women, display: "65%" }] }],
    ["a group that is missing", { ...withFile, groups: [men] }],
    ...(["name", "sha256"] as const).map((key): [string, Pin] => [
      `the file's ${key}`,
      { ...withFile, file: { ...survey, [key]: "other" } },
    ]),
    ["the file's size", { ...withFile, file: { ...survey, bytes: 1_001 } }],
    ["no file", figure],
  ];
  test.each(changes)("changes with %s", (_name, pin) => {
    expect(hashPin(pin)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashPin(pin)).not.toBe(hashPin(withFile));
  });

  test("property: the same whatever the order of groups and keys", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 6 }), (names) => {
        const groups = names.map((category) => ({ ...women, category }));
        const hashOf = (list: typeof groups) => hashPin({ ...figure, groups: sortGroups(list) });
        const reversed = Object.fromEntries(Object.entries(figure).reverse()) as unknown as Pin;
        expect(hashOf([...groups].reverse())).toBe(hashOf(groups));
        expect(hashPin(reversed)).toBe(hashPin(figure));
      }),
    );
  });
});
