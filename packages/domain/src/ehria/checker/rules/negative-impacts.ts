import { type CharacteristicImpact, isWritten } from "../../content.ts";
import type { Place } from "../../form/completeness.ts";
import { reportName } from "../../form/report-name.ts";
import { type QuestionMeaning, questionMeaning } from "../../form/template.ts";
import { countingChoice, isAsked } from "../../form/visibility.ts";
import type { CheckInput, CheckRule, Finding, FindingWeight } from "../finding.ts";
import {
  characteristicLabel,
  characteristicPlace,
  countingTexts,
  finding,
  placeName,
  questionPlace,
} from "../places.ts";
import { wordsOf } from "../text/sentences.ts";

const isHarmful = ({ affected, direction }: CharacteristicImpact): boolean =>
  affected === true && (direction === "NEGATIVE" || direction === "MIXED");

/** The rows that speak last: those of the report where it has answered, else those of the screening. */
const latestRows = (input: CheckInput): CharacteristicImpact[] => {
  const rows = input.counting.characteristicImpacts;
  return rows.filter(
    ({ stage, characteristic }) =>
      stage === "REPORT" ||
      !rows.some(
        (row) => row.stage === "REPORT" && row.characteristic === characteristic && row.affected !== null,
      ),
  );
};

const mitigationWords = (input: CheckInput): Set<string> => {
  const question = questionMeaning(input.reading.template, "MITIGATION");
  const answers = input.counting.answers
    .filter((answer) => answer.question === question?.key)
    .map(({ text }) => text);
  const actions = input.counting.improvementActions.flatMap(({ objective, action, target }) => [
    objective,
    action,
    target,
  ]);
  return new Set([...answers, ...actions].flatMap((text) => (isWritten(text) ? wordsOf(text) : [])));
};

/** A harm that nothing in the assessment sets out to reduce; or nothing that names the group harmed. */
export const negativeImpactWithoutMitigation: CheckRule = (input) => {
  const words = mitigationWords(input);
  const mitigation = questionMeaning(input.reading.template, "MITIGATION");
  const isRequired = mitigation !== null && isAsked(input.reading, mitigation.key);
  const without: FindingWeight = isRequired ? "BLOCKS" : "WARNS";
  return latestRows(input)
    .filter(isHarmful)
    .flatMap(({ stage, characteristic }): Finding[] => {
      const row = input.references.characteristics.find((each) => each.characteristic === characteristic);
      if (row?.words.some((word) => words.has(word)) ?? false) return [];
      const label = characteristicLabel(input, characteristic);
      const isNothing = words.size === 0;
      return [
        finding({
          rule: "negative-impact-without-mitigation",
          weight: isNothing ? without : "SUGGESTS",
          place: characteristicPlace(input, stage, characteristic, "direction"),
          message: isNothing
            ? "People are harmed here and nothing is done about it. Due regard means trying to reduce harm, or saying why not."
            : "People are harmed here, and what is planned to reduce harm does not name them.",
          remedy: `Say how the harm is reduced, or why it is not, and add an action to the plan – ${label}`,
        }),
      ];
    });
};

const choiceFor = (input: CheckInput, meaning: QuestionMeaning): string | null => {
  const question = questionMeaning(input.reading.template, meaning);
  return question === null ? null : countingChoice(input.reading, question.key);
};

const HARMLESS = ["NO_IMPACT", "POSITIVE", "NEUTRAL"];

/** Answers that leave harm possible without telling of it: evidence of a difference or a barrier, and directions not known. */
const openDoubts = (input: CheckInput): Place[] => {
  const evidence = questionMeaning(input.reading.template, "ADVERSE_EVIDENCE");
  const parts =
    evidence === null ? [] : evidence.parts.map((part) => ({ question: evidence, part: part.key }));
  const isOpen = (choice: string | null): boolean => choice === "YES" || choice === "UNKNOWN";
  return [
    ...input.counting.characteristicImpacts
      .filter(({ affected, direction }) => affected === true && direction === "UNKNOWN")
      .map(({ stage, characteristic }) => characteristicPlace(input, stage, characteristic, "direction")),
    ...parts
      .filter(({ question, part }) => isOpen(countingChoice(input.reading, question.key, part)))
      .map(({ question, part }) => questionPlace(question, part, "choice")),
  ];
};

/**
 * The decision says that nobody is harmed, and other answers say otherwise. Only where no impact was found does the
 * form let an assessment stop at its screening (option 2 under question 14), so a negative row blocks that.
 */
const contradictedDecision = (input: CheckInput): Finding[] => {
  const question = questionMeaning(input.reading.template, "LIKELY_IMPACT");
  if (question === null || !HARMLESS.includes(choiceFor(input, "LIKELY_IMPACT") ?? "")) return [];
  const harms = input.counting.characteristicImpacts
    .filter(isHarmful)
    .map(({ stage, characteristic }) => characteristicPlace(input, stage, characteristic, "direction"));
  const places = [...harms, ...openDoubts(input)];
  if (places.length === 0) return [];
  const stops = choiceFor(input, "REPORT_REQUIRED") === "NO";
  const names = places.map((place) => placeName(input, place)).join(", ");
  return [
    finding({
      rule: "no-negative-impact-beside-negative-row",
      weight: stops && harms.length > 0 ? "BLOCKS" : "WARNS",
      place: questionPlace(question, null, "choice"),
      otherPlaces: places,
      message: `The likely impact is said not to be negative, yet other answers tell of harm or leave it open: ${names}. Only where no harm was found may an assessment stop at its screening.`,
      remedy: `Choose a negative or unknown impact and write the ${reportName(input.reading.template)}, or correct the other answers – ${question.label}`,
    }),
  ];
};

const DENIAL =
  /\b(?:no|not|without|neither)\b(?:\s+\p{L}+){0,4}\s+(?:negative|negatively|adverse|adversely|detrimental)\b|\bno\s+(?:one|body)\s+(?:is|will\s+be)\s+(?:harmed|worse\s+off)\b/iu;

/** A text that denies any harm, in an assessment whose rows tell of some. */
const contradictedTexts = (input: CheckInput): Finding[] => {
  const harmful = input.counting.characteristicImpacts.filter(isHarmful);
  const isOwnRow = (part: string | null): boolean => harmful.some((row) => row.characteristic === part);
  const isRow = (part: string | null): boolean =>
    input.references.characteristics.some((row) => row.characteristic === part);
  if (harmful.length === 0) return [];
  return countingTexts(input)
    .filter(({ place, text }) => DENIAL.test(text) && (!isRow(place.part) || isOwnRow(place.part)))
    .map(({ place }) =>
      finding({
        rule: "no-negative-impact-beside-negative-row",
        weight: "WARNS",
        place,
        otherPlaces: harmful.map(({ stage, characteristic }) =>
          characteristicPlace(input, stage, characteristic, "direction"),
        ),
        message:
          "This says that there is no harm, while a row of the assessment tells of some. A reader can't know which holds.",
        remedy: `Make the two agree – ${placeName(input, place)}`,
      }),
    );
};

export const noNegativeImpactBesideNegativeRow: CheckRule = (input) => [
  ...contradictedDecision(input),
  ...contradictedTexts(input),
];
