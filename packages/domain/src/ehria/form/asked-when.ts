import { describeCondition } from "./describe-condition.ts";
import type { Condition } from "./template.ts";
import type { FormReading, QuestionReading } from "./visibility.ts";

/** The condition on which a question is asked: its section's while that isn't met, else its own. Null: none. */
export const decidingCondition = (reading: FormReading, { question }: QuestionReading): Condition | null => {
  const section = reading.template.sections.find(({ key }) => key === question.section);
  return (reading.sections.get(question.section) ?? "TRUE") === "TRUE"
    ? question.condition
    : (section?.condition ?? null);
};

/** When it is asked, in one sentence without its full stop. Empty: nothing decides about it. */
export const askedOnlyWhen = (reading: FormReading, state: QuestionReading): string => {
  const condition = decidingCondition(reading, state);
  return condition === null ? "" : `It is asked only when ${describeCondition(condition, reading.template)}`;
};

/** Why a question isn't asked as things stand, so that whoever looks for it knows which answers decide. Null: it is asked. */
export const hiddenBecause = (reading: FormReading, state: QuestionReading): string | null => {
  if (state.asked === "TRUE") return null;
  const when = askedOnlyWhen(reading, state);
  return state.asked === "FALSE"
    ? `${when}. What was written here is kept and does not count.`
    : `${when}, which isn’t decided yet.`;
};
