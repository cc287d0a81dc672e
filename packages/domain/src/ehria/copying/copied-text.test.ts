import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOf } from "../form/kinds/registry.ts";
import { QUESTION_KINDS } from "../form/template.ts";
import { addCopied, saysAlready, takesCopies } from "./add-copied.ts";
import { type CopyState, copyStates } from "./copied-text.ts";

const COPIED = "Older people travel further. We asked the carers' forum in May.";
const OTHER = "Notices are in large print.";

describe("what has become of copied words", () => {
  test.each<[name: string, text: string | null, copies: string[], states: CopyState[]]>([
    ["left alone", COPIED, [COPIED], ["UNCHANGED"]],
    [
      "other blanks, marks and capitals are no change",
      "older people travel further\n\nWe asked the carers’ forum in May!",
      ["Older people travel further. We asked the carers’ forum in May."],
      ["UNCHANGED"],
    ],
    ["with words before and after", `Here: ${COPIED} It said yes.`, [COPIED], ["KEPT"]],
    ["one word changed", COPIED.replace("May", "June"), [COPIED], ["CHANGED"]],
    ["three words in a row are left", "Young people travel further than most.", [COPIED], ["CHANGED"]],
    ["two are not enough", "Young people travel less.", [COPIED], ["GONE"]],
    ["written anew", "Nobody is affected.", [COPIED], ["GONE"]],
    ["emptied", null, [COPIED], ["GONE"]],
    ["only blanks", " \n ", [COPIED], ["GONE"]],
    ["a copy of two words, changed", "Nobody else", ["Nobody knows"], ["GONE"]],
    ["two copies and nothing else", `${COPIED}\n\n${OTHER}`, [COPIED, OTHER], ["UNCHANGED", "UNCHANGED"]],
    ["two copies, one changed", `${COPIED}\n\nNotices are in Braille.`, [COPIED, OTHER], ["KEPT", "CHANGED"]],
    ["pasted twice", `${COPIED} ${COPIED}`, [COPIED], ["UNCHANGED"]],
    ["a copy without words", COPIED, ["…"], ["GONE"]],
  ])("%s", (_name, text, copies, states) => {
    expect(copyStates(text, copies)).toEqual(states);
  });

  test("whatever was written before, a copy that was just added stands, and what was written stays", () => {
    const words = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6}){0,8}$/);
    fc.assert(
      fc.property(fc.option(fc.string()), words, (before, copied) => {
        const text = addCopied(before, copied);
        const [state] = copyStates(text, [copied]);
        expect(text.startsWith((before ?? "").trim() === "" ? copied : (before ?? "").trimEnd())).toBe(true);
        expect(state === "UNCHANGED" || state === "KEPT").toBe(true);
        expect(saysAlready(text, copied)).toBe(true);
      }),
    );
  });
});

test("copied words are added below the answer, which is never replaced", () => {
  expect(addCopied(null, ` ${COPIED}\n`)).toBe(COPIED);
  expect(addCopied("  ", COPIED)).toBe(COPIED);
  expect(addCopied("Ours.\n", COPIED)).toBe(`Ours.\n\n${COPIED}`);
  expect(saysAlready("Ours.", COPIED)).toBe(false);
  expect(saysAlready(null, COPIED)).toBe(false);
});

test("running text takes copies; names, dates, people, ticks and rows don't", () => {
  expect(QUESTION_KINDS.filter((kind) => takesCopies({ kind }))).toEqual([
    "LONG_TEXT",
    "PARTS_LONG_TEXT",
    "YES_NO_TEXT_MATRIX",
  ]);
  for (const kind of QUESTION_KINDS.filter((each) => takesCopies({ kind: each })))
    expect(kindOf({ kind }).storedIn).toBe("ANSWERS");
});
