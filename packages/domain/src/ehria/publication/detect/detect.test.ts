import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HitKind } from "../hit.ts";
import { ordinaryWords } from "../ordinary-words.ts";
import { scanTexts } from "../scan.ts";
import { isNhsNumber } from "./nhs-numbers.ts";
import { DETECTORS } from "./registry.ts";

const KNOWN = { names: ["Robin Draftwell (demo)"], ordinary: ordinaryWords(["Equality Act Council"], []) };

const found = (kind: Exclude<HitKind, "ADDED">, text: string): string[] => [
  ...new Set(DETECTORS[kind](text, KNOWN).map(({ start, end }) => text.slice(start, end))),
];

describe.each<[Exclude<HitKind, "ADDED">, readonly (readonly [string, readonly string[]])[]]>([
  [
    "KNOWN_PERSON",
    [
      ["Robin Draftwell wrote it", ["Robin Draftwell"]],
      ["ROBIN  DRAFTWELL’s view", ["ROBIN  DRAFTWELL"]],
      ["ask Mr Draftwell or Cllr. Draftwell", ["Mr Draftwell", "Cllr. Draftwell"]],
      ["Draftwell, Robin", ["Draftwell, Robin"]],
      ["R. Draftwell", ["R. Draftwell"]],
      ["a robin on the lawn", []],
      ["Robin Draftwellian", []],
    ],
  ],
  [
    "EMAIL",
    [
      ["write to jo.bloggs+eq@sub.example.org, please", ["jo.bloggs+eq@sub.example.org"]],
      ["jo (at) example.org", ["jo (at) example.org"]],
      ["josé@exämple.org.uk.", ["josé@exämple.org.uk"]],
      ["@council on the web, 5 @ 3", []],
    ],
  ],
  [
    "PHONE",
    [
      ["0116 496 0123", ["0116 496 0123"]],
      ["07700 900123 or +44 7700 900 123", ["07700 900123", "+44 7700 900 123"]],
      ["(0116) 496-0123", ["(0116) 496-0123"]],
      ["ext. 4432", ["ext. 4432"]],
      ["In 2019/20, 3,394 of 5,171; 2019-11-15 to 2020-01-20; £1,234,567", []],
    ],
  ],
  [
    "POSTCODE",
    [
      ["near LE3 8RA and le38ra", ["LE3 8RA", "le38ra"]],
      ["EC1A 1BB, W1A 0AX, GIR 0AA", ["EC1A 1BB", "W1A 0AX", "GIR 0AA"]],
      ["in LE3, question 3A 1, B12 3CD4", []],
    ],
  ],
  [
    "NHS_NUMBER",
    [
      ["943 476 5919 and 9434765919", ["943 476 5919", "9434765919"]],
      ["943 476 5918", []],
      ["19434765919", []],
    ],
  ],
  [
    "NI_NUMBER",
    [
      ["AB 12 34 56 C, ab123456d", ["AB 12 34 56 C", "ab123456d"]],
      ["QQ123456C GB123456A AO123456A DA123456A AB123456E", []],
    ],
  ],
  [
    "SMALL_GROUP",
    [
      ["3 people and two older disabled residents", ["3 people", "two older disabled residents"]],
      ["One family; fewer than five users", ["One family", "fewer than five users"]],
      ["12 people, 3,394 people, 2.3 people, 5 people, 3% of people", []],
      ["two options, three years", []],
    ],
  ],
  [
    "NAME",
    [
      ["It was discussed with Jane Example and Mr Patel.", ["Jane Example", "Mr Patel"]],
      ["Contact Priya Shah; Oluwaseun Adebayo agreed", ["Priya Shah", "Oluwaseun Adebayo"]],
      ["Siobhán O’Neill, Mohammed Al-Rashid", ["Siobhán O’Neill", "Mohammed Al-Rashid"]],
      ["The Equality Act asks the Council to look at older people", []],
      ["no capital letter, no name", []],
    ],
  ],
])("%s", (kind, cases) => {
  test.each(cases)("in “%s”", (text, expected) => {
    expect(found(kind, text)).toEqual(expected);
  });
});

test("an NHS number with any one figure changed is none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, change) => {
      const figures = [..."9434765919"].map(Number);
      figures[place] = ((figures[place] ?? 0) + change) % 10;
      expect(isNhsNumber(figures.join(""))).toBe(false);
    }),
  );
});

test("a name that was found once is found wherever it or its surname stands, and what overlaps is one passage", () => {
  const texts = [
    { place: "one.text", text: "We met Mrs Anna Kowalska. Robin Draftwell came." },
    { place: "two.text", text: "kowalska agreed; so did Kowalska" },
  ];
  const hits = scanTexts(texts, KNOWN, "a".repeat(64));
  expect(hits.map(({ place, text, kinds }) => [place, text, kinds])).toEqual([
    ["one.text", "Mrs Anna Kowalska", ["NAME"]],
    ["one.text", "Robin Draftwell", ["KNOWN_PERSON", "NAME"]],
    ["two.text", "Kowalska", ["NAME"]],
  ]);
  expect(new Set(hits.map(({ id }) => id)).size).toBe(3);
  expect(scanTexts(texts, KNOWN, "a".repeat(64))).toEqual(hits);
  const ids = scanTexts(texts, KNOWN, "b".repeat(64)).map(({ id }) => id);
  expect(ids.some((id) => hits.some((hit) => hit.id === id))).toBe(false);
});
