import type { ApiContext } from "../context.ts";

/** What a request has asked already is not asked again: the answer is kept, for this request alone, under its question. */
export const oncePerRequest = <Question, Answer>(
  ask: (context: ApiContext, question: Question) => Promise<Answer>,
): ((context: ApiContext, question: Question) => Promise<Answer>) => {
  const answers = new WeakMap<ApiContext, Map<string, Promise<Answer>>>();
  return (context, question) => {
    const known = answers.get(context) ?? new Map<string, Promise<Answer>>();
    answers.set(context, known);
    const key = nameOf(question);
    const answer = known.get(key) ?? ask(context, question);
    known.set(key, answer);
    return answer;
  };
};

/** The same question, in whatever order its parts are given. */
const nameOf = (question: unknown): string =>
  JSON.stringify(question, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  );
