import { STAGES } from "../../vocabulary.ts";
import type { CheckInput, CheckRule, Finding } from "../finding.ts";
import { characteristicLabel, characteristicTexts, finding, type PlacedText, rightTexts } from "../places.ts";
import { findRepeatedSentences, type OwnedText } from "../text/repeated-sentences.ts";

type RowText = PlacedText & { row: string };

const QUOTED = 90;

const quote = (sentence: string): string =>
  sentence.length <= QUOTED ? sentence : `${sentence.slice(0, QUOTED).trimEnd()}…`;

const ownWords = (input: CheckInput, row: string): readonly string[] =>
  input.references.characteristics.find((each) => each.characteristic === row)?.words ?? [];

const nameRow = (input: CheckInput, row: string): string => {
  const right = input.references.rights.find((each) => `${each.part}-${each.article}` === row);
  return right?.title ?? characteristicLabel(input, row);
};

/** One finding for each set of rows, however many sentences they share. */
const repeatsAmong = (input: CheckInput, texts: readonly RowText[]): Finding[] => {
  const owned: OwnedText[] = texts.map(({ row, text }) => ({
    owner: row,
    text,
    ownWords: ownWords(input, row),
  }));
  const sentencesByRows = new Map<string, { rows: readonly string[]; sentence: string }>();
  for (const { owners, sentence } of findRepeatedSentences(owned)) {
    const key = owners.join();
    if (!sentencesByRows.has(key)) sentencesByRows.set(key, { rows: owners, sentence });
  }
  return [...sentencesByRows.values()].flatMap(({ rows, sentence }) => {
    const places = rows.flatMap((row) => texts.find((text) => text.row === row)?.place ?? []);
    const [place, ...otherPlaces] = places;
    if (place === undefined) return [];
    return [
      finding({
        rule: "repeated-paragraph",
        weight: rows.length > 2 ? "WARNS" : "SUGGESTS",
        place,
        otherPlaces,
        message: `The same words stand under ${rows.length} headings: ${rows.map((row) => nameRow(input, row)).join(", ")}. ("${quote(sentence)}") Repeated text suggests that the groups were not looked at one by one.`,
        remedy:
          "Under each heading, say what is known of that group. Say once, elsewhere, what holds for all.",
      }),
    ];
  });
};

/** The same paragraph pasted under several characteristics or rights (it occurs in the home care paper under five). */
export const repeatedParagraph: CheckRule = (input) =>
  STAGES.flatMap((stage) => [
    ...repeatsAmong(
      input,
      characteristicTexts(input).filter((text) => text.stage === stage),
    ),
    ...repeatsAmong(
      input,
      rightTexts(input).filter((text) => text.stage === stage),
    ),
  ]);
