import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "../fold-text.ts";
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
      ["one, two or three of nine", []],
    ],
  ],
  [
    "POSTCODE",
    [
      ["near LE3 8RA and le38ra", ["LE3 8RA", "le38ra"]],
      ["EC1A 1BB, W1A 0AX, GIR 0AA", ["EC1A 1BB", "W1A 0AX", "GIR 0AA"]],
      ["in LE3, question 3A 1, B12 3CD4, 2018-19 2019-20", []],
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
      ["EQUALITY ACT 2010, HOME CARE and NHS ENGLAND", []],
    ],
  ],
])("%s", (kind, cases) => {
  test.each(cases)("in “%s”", (text, expected) => {
    expect(found(kind, text)).toEqual(expected);
  });
});

/** How the same is typed, pasted and scanned: found all the same, where it stands in the text as it was written. */
const WIDE = (text: string): string =>
  [...text].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join("");
describe.each<[HitKind, readonly string[]]>([
  [
    "NHS_NUMBER",
    [
      "943 476 5919",
      "943.476.5919",
      "943–476–5919",
      "943  476\n5919",
      "943​4765919",
      WIDE("9434765919"),
      "٩٤٣٤٧٦٥٩١٩",
      "9 4 3 4 7 6 5 9 1 9",
    ],
  ],
  [
    "NI_NUMBER",
    [
      "AB 12 34 56 C",
      "AB.12.34.56.C",
      "AB-12-34-56-C",
      "A B 1 2 3 4 5 6 C",
      "AB​123456C",
      WIDE("AB123456C"),
      "АВ123456С",
    ],
  ],
  [
    "POSTCODE",
    ["LE3 8RA", "LE3  8RA", "LE3-8RA", "LE3­8RA", "L​E3 8RA", `${WIDE("LE3")} ${WIDE("8RA")}`, "LЕ3 8RА"],
  ],
  [
    "PHONE",
    [
      "0116 496 0123",
      "0116.496.0123",
      "0116/496/0123",
      "0116‑496‑0123",
      "０１１６​４９６０１２３",
      "oh one one six, four nine six, oh one two three",
    ],
  ],
  [
    "EMAIL",
    [
      "jo.bloggs​@example.org",
      "jo.bloggs＠example.org",
      "jo (at) example (dot) org",
      "jo at example dot org",
      "jo @ example . org",
      "jo&#64;example.org",
    ],
  ],
  [
    "KNOWN_PERSON",
    [
      "Robin Draftwell",
      "Rob​in Draft­well",
      "Rоbin Drаftwell",
      "robin.draftwell",
      "Draftwell Robin",
      "𝐑𝐨𝐛𝐢𝐧 Dráftwell",
      "Dra\u0301ftwell, Robin",
    ],
  ],
  ["NAME", ["PRIYA SHAH", "Mrs Kowalska", "Priya​ Shah", "Мария Иванова"]],
  [
    "SMALL_GROUP",
    [
      "three carers",
      "３ carers",
      "thr​ee carers",
      "three\ncarers",
      "<5 carers",
      "under five carers",
      "three of whom",
    ],
  ],
])("%s, otherwise typed", (kind, ways) => {
  test.each(ways)("%j", (way) => {
    const text = `We asked ${way} about it.`;
    const hits = scanTexts([{ place: "one.text", text }], KNOWN, "a".repeat(64));
    expect(hits.filter(({ kinds }) => kinds.includes(kind)).map((hit) => hit.text)).toEqual([way]);
    for (const { start, end, text: passage } of hits) expect(text.slice(start, end)).toBe(passage);
  });
});

test("whatever is written, each passage stands where it is said to, and plain text is read as it is", () => {
  const signs = fc.constantFrom(
    "0",
    "1",
    "９",
    "٣",
    "a",
    "Ａ",
    "é",
    "e\u0301",
    " ",
    " ",
    "​",
    "\n",
    "–",
    "’",
    "Н",
    "я",
    "ﬁ",
    "𝐑",
    "@",
    ".",
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const folded = foldText(text);
      for (let start = 0; start < folded.text.length; start += 1) {
        const span = folded.written({ start, end: folded.text.length });
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
        const next = folded.written({ start, end: start + 1 });
        expect(text.slice(next.start, next.end)).not.toBe("");
      }
    }),
  );
  const plain = 'In 2019/20, 3,394 of 5,171 asked.\nIt\'s "fine": a-b (c) £5 & 7%.';
  expect(foldText(plain).text).toBe(plain);
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
