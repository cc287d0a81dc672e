/** Years 1000 to 2999: a year 0000 is a slip of the pen, and no database has one. */
const SHAPE = /^[12]\d{3}-\d{2}-\d{2}$/;

/** True for a day that exists, written "2019-11-15". */
export const isIsoDate = (text: string): boolean => {
  if (!SHAPE.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
};

export const DATE_FAULT = "Give a real date, such as 15 November 2019";
