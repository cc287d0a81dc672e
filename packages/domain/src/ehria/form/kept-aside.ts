import { type AnswerLine, cellOf, linesOf } from "./answer-lines.ts";
import { askedOnlyWhen, decidingCondition } from "./asked-when.ts";
import { choiceWords } from "./choice-words.ts";
import { type ConditionTest, partOf, testsOf } from "./condition.ts";
import { namePlace } from "./name-place.ts";
import { type Condition, type FormTemplate, questionByKey } from "./template.ts";
import {
  countingChoice,
  countingContent,
  type FormReading,
  forcedConsequences,
  isAsked,
} from "./visibility.ts";

/**
 * What people have put in and what doesn't count as things stand: “an answer hidden by a later change stops counting, but is kept
 * and comes back if the condition returns” (design/domain.md §3, Conditions). Here it is found again, with the reason.
 */

/**
 * HIDDEN: other answers make it unnecessary. WAITS: answers that decide about it are missing. OVERRULED: another answer follows, whatever
 * was ticked. NOT_IN_FORM: this version of the form doesn't ask for it.
 */
export const KEPT_BECAUSE = ["HIDDEN", "WAITS", "OVERRULED", "NOT_IN_FORM"] as const;
export type KeptBecause = (typeof KEPT_BECAUSE)[number];

/** An answer that decides whether something is asked, as it now stands. */
export interface DecidingAnswer {
  /** "question", or "question.part". */
  place: string;
  /** Inside a sentence: "question 9". */
  label: string;
  says: string;
}

export interface KeptText extends AnswerLine {
  why: KeptBecause;
  /** Why it doesn't count, in one sentence. */
  reason: string;
  /** The answers to change to bring it back. None: no answer would. */
  decidedBy: readonly DecidingAnswer[];
}

const NOTHING = "Not answered";
const HIDDEN_TOO = "Not asked either";

const choicesOf = (reading: FormReading, test: ConditionTest): string => {
  const question = questionByKey(reading.template, test.question);
  if (!isAsked(reading, test.question)) return HIDDEN_TOO;
  const parts = test.op === "ANY_PART_IS" ? (question?.parts ?? []) : [];
  const said = (part: string | null) => countingChoice(reading, test.question, part);
  if (parts.length === 0) {
    const choice = said(partOf(test));
    return choice === null ? NOTHING : choiceWords(question, choice);
  }
  const answered = parts.flatMap(({ key, label }) => {
    const choice = said(key);
    return choice === null ? [] : [`${label}: ${choiceWords(question, choice)}`];
  });
  return answered.length === 0 ? NOTHING : answered.join("; ");
};

const decidersOf = (reading: FormReading, condition: Condition | null): DecidingAnswer[] => {
  const seen = new Map<string, DecidingAnswer>();
  for (const test of condition === null ? [] : testsOf(condition)) {
    const part = partOf(test);
    const place = part === null ? test.question : `${test.question}.${part}`;
    seen.set(place, {
      place,
      label: namePlace(reading.template, place),
      says: choicesOf(reading, test),
    });
  }
  return [...seen.values()];
};

const NOT_ASKED = "This version of the form does not ask for it";

const notAsked = (line: AnswerLine): KeptText => ({
  ...line,
  why: "NOT_IN_FORM",
  reason: NOT_ASKED,
  decidedBy: [],
});

const explain = (reading: FormReading, line: AnswerLine): KeptText => {
  const state = reading.questions.find(({ question }) => question.key === line.question);
  if (state === undefined) return notAsked(line);
  if (state.asked === "TRUE")
    return state.forced === null
      ? notAsked(line)
      : {
          ...line,
          why: "OVERRULED",
          reason: state.forced.because,
          decidedBy: decidersOf(reading, state.forced.when),
        };
  const when = askedOnlyWhen(reading, state);
  const decidedBy = decidersOf(reading, decidingCondition(reading, state));
  return state.asked === "FALSE"
    ? { ...line, why: "HIDDEN", reason: when, decidedBy }
    : { ...line, why: "WAITS", reason: `${when}, which isn’t decided yet`, decidedBy };
};

/** A choice that somebody ticked, where other answers force another: what is ticked stands in the same cell, and is kept. */
const overruled = (reading: FormReading): KeptText[] =>
  forcedConsequences(reading).flatMap(({ question: key, because, overrules }) => {
    const question = questionByKey(reading.template, key);
    if (overrules === null || question === null) return [];
    const forced = reading.questions.find((each) => each.question.key === key)?.forced;
    return [
      {
        question: key,
        part: null,
        label: question.label,
        says: choiceWords(question, overrules),
        why: "OVERRULED",
        reason: because,
        decidedBy: decidersOf(reading, forced?.when ?? null),
      },
    ];
  });

/** Evidence goes with the question that it is cited for. */
const evidenceLines = (reading: FormReading): AnswerLine[] => {
  const counting = new Set(countingContent(reading).evidence.map(({ id }) => id));
  return reading.content.evidence.flatMap(({ id, question, title }) =>
    question === null || counting.has(id)
      ? []
      : [
          {
            question,
            part: `evidence ${id}`,
            label: `Evidence for “${questionByKey(reading.template, question)?.label ?? question}”`,
            says: title,
          },
        ],
  );
};

/**
 * Everything that is kept and doesn't count, in the order in which it is stored, evidence last. It is worked out from what is stored:
 * nothing is written for it, and it is gone from here as soon as it counts again.
 *
 * @param earlier versions of the form that the assessment may have been on, newest first: they name what this one doesn't ask
 */
export const keptAside = (reading: FormReading, earlier: readonly FormTemplate[] = []): KeptText[] => {
  const { template, content } = reading;
  const counting = new Set(linesOf(template, countingContent(reading)).map(cellOf));
  const stored = linesOf(template, content, earlier).filter((line) => !counting.has(cellOf(line)));
  return [
    ...stored.map((line) => explain(reading, line)),
    ...overruled(reading),
    ...evidenceLines(reading).map((line) => explain(reading, line)),
  ];
};
