const UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const TEENS = [
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const SPELLED = new RegExp(
  `\\b(?:(${TENS.join("|")})(?:[- ](${UNITS.join("|")}))?|(${TEENS.join("|")}))\\b`,
  "gi",
);

/** "eighteen" becomes "18", from ten to ninety-nine: ages are written both ways. */
export const figuresForWords = (text: string): string =>
  text.replace(SPELLED, (_match, tens?: string, unit?: string, teen?: string) => {
    if (teen !== undefined) return String(10 + TEENS.indexOf(teen.toLowerCase()));
    const whole = 20 + 10 * TENS.indexOf((tens ?? "").toLowerCase());
    return String(unit === undefined ? whole : whole + 1 + UNITS.indexOf(unit.toLowerCase()));
  });
