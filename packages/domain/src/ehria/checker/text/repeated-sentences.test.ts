import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findRepeatedSentences, type OwnedText } from "./repeated-sentences.ts";
import { splitClauses, splitSentences, wordsOf } from "./sentences.ts";

const pasted = (ending: string): string =>
  `Providers must keep policies that meet their duties in law and will not treat anybody worse because of their ${ending}.`;

const text = (owner: string, words: string, ownWords: string[] = []): OwnedText => ({
  owner,
  text: words,
  ownWords,
});

describe("repeated sentences", () => {
  test.each<[string, OwnedText[], string[][]]>([
    ["word for word", [text("AGE", pasted("age")), text("SEX", pasted("age"))], [["AGE", "SEX"]]],
    [
      "apart from the group's own name",
      [text("AGE", pasted("age"), ["age"]), text("SEX", pasted("sex"), ["sex"])],
      [["AGE", "SEX"]],
    ],
    [
      "with other spacing, case and marks",
      [
        text("AGE", pasted("age")),
        text("SEX", pasted("age").toUpperCase().replace(/ /g, "  ").replace(".", "!")),
      ],
      [["AGE", "SEX"]],
    ],
    [
      "inside a longer sentence",
      [
        text("AGE", pasted("age")),
        text(
          "SEX",
          `We expect little change here, and in any case ${pasted("age").replace("Providers", "providers")}`,
        ),
      ],
      [["AGE", "SEX"]],
    ],
    [
      "with words lost",
      [text("AGE", pasted("age")), text("RACE", pasted("race").replace("policies that meet their ", ""))],
      [["AGE", "RACE"]],
    ],
    [
      "among five",
      ["A", "B", "C", "D", "E"].map((owner) =>
        text(owner, `Some own words about ${owner}. ${pasted(owner)}`, [owner]),
      ),
      [["A", "B", "C", "D", "E"]],
    ],
    ["under one heading only", [text("AGE", `${pasted("age")} ${pasted("age")}`)], []],
    [
      "short ones don't count",
      [text("AGE", "No impact is expected."), text("SEX", "No impact is expected.")],
      [],
    ],
    [
      "different sentences",
      [
        text("AGE", pasted("age")),
        text(
          "SEX",
          "Most of the people who use the service and most of its staff are women, many part-time.",
        ),
      ],
      [],
    ],
  ])("%s", (_name, texts, owners) => {
    expect(findRepeatedSentences(texts).map((each) => each.owners)).toEqual(owners);
  });

  test("property: a sentence of its own words under each heading is never repeated", () => {
    const uniqueSentence = (owner: number): string =>
      Array.from({ length: 12 }, (_each, index) => `w${owner}x${index}`).join(" ");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (count) => {
        const texts = Array.from({ length: count }, (_each, owner) =>
          text(`${owner}`, uniqueSentence(owner)),
        );
        expect(findRepeatedSentences(texts)).toEqual([]);
      }),
    );
  });

  test("long text is searched quickly", () => {
    const words = (seed: number): string =>
      Array.from({ length: 3_000 }, (_each, index) => `w${(index * seed) % 911}`)
        .join(" ")
        .replace(/(w1\d+)/g, "$1.");
    const started = performance.now();
    findRepeatedSentences(Array.from({ length: 26 }, (_each, owner) => text(`${owner}`, words(owner + 2))));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

test("sentences, clauses and words", () => {
  expect(splitSentences("One.  Two? Three\nFour")).toEqual(["One.", "Two?", "Three", "Four"]);
  expect(splitClauses("It is for all, although most are old; others too")).toEqual([
    "It is for all",
    "although most are old",
    "others too",
  ]);
  expect(wordsOf("Don’t “Stop” at 18!")).toEqual(["don’t", "stop", "at", "18"]);
});
