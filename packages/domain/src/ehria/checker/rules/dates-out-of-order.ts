import { isIsoDate } from "../../form/kinds/iso-date.ts";
import { type QuestionMeaning, questionMeaning } from "../../form/template.ts";
import type { CheckInput, CheckRule, Finding } from "../finding.ts";
import { finding, questionPlace } from "../places.ts";

/** The date that counts for what a question means. Null: none, or still to be confirmed. */
const dateOf = ({ reading, counting }: CheckInput, meaning: QuestionMeaning): string | null => {
  const question = questionMeaning(reading.template, meaning);
  const text = counting.answers.find((answer) => answer.question === question?.key)?.text ?? null;
  return text !== null && isIsoDate(text) ? text : null;
};

/** Due regard comes before the decision: what is complete on a day before it began, or that lies ahead, shows nothing. */
const completion = (input: CheckInput): Finding[] => {
  const question = questionMeaning(input.reading.template, "COMPLETED_ON");
  const completed = dateOf(input, "COMPLETED_ON");
  if (question === null || completed === null) return [];
  const started = dateOf(input, "STARTED_ON");
  const isEarly = started !== null && completed < started;
  if (!isEarly && completed <= input.today) return [];
  return [
    finding({
      rule: "dates-out-of-order",
      weight: "WARNS",
      place: questionPlace(question, null, "text"),
      message: isEarly
        ? "It is said to be complete before it was started. The record must show that it was complete before the decision was taken."
        : "The day on which it was completed lies ahead. Nothing is complete that is still to come.",
      remedy: `Put the date right – ${question.label}`,
    }),
  ];
};

/** An action is still to be done when the assessment is complete, so its date lies after that. */
const actions = (input: CheckInput): Finding[] => {
  const { reading, counting, today } = input;
  const question = questionMeaning(reading.template, "IMPROVEMENT_PLAN");
  const complete = dateOf(input, "COMPLETED_ON") ?? today;
  if (question === null) return [];
  return counting.improvementActions.flatMap(({ id, due }, index) =>
    due === null || due >= complete
      ? []
      : [
          finding({
            rule: "dates-out-of-order",
            weight: "WARNS",
            place: questionPlace(question, id, "due"),
            message:
              "Its date is over before the assessment is complete, so nobody can be held to it any more.",
            remedy: `Give it a date that lies ahead, or say that it is done – ${question.label}, action ${index + 1}`,
          }),
        ],
  );
};

/** Dates that can't all be right: completed before it was started or in days to come, actions due before it is complete. */
export const datesOutOfOrder: CheckRule = (input) => [...completion(input), ...actions(input)];
