/** "1 answer", "3 answers" */
export const countAnswers = (count: number): string => `${count} ${count === 1 ? "answer" : "answers"}`;
