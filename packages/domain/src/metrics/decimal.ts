import Big from "big.js";

/** An exact decimal as text: "11.0" keeps its printed precision. Never a JavaScript number. */
export type Decimal = string;

const DECIMAL = /^-?\d+(\.\d+)?$/;

export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** "1,373.0" → "1373.0"; null when the text is not a plain decimal. */
export function readDecimal(text: string): Decimal | null {
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  return isDecimal(plain) ? plain : null;
}

/** How many digits stand after the point as written: "11.0" → 1. */
export function decimalPlaces(value: Decimal): number {
  const point = value.indexOf(".");
  return point < 0 ? 0 : value.length - point - 1;
}

/** Up to fifteen digits a JavaScript number keeps apart what is different: with sign and point, so many characters. */
const KEPT_APART = 15;

/** A ranking compares thousands of short figures; only long ones need exact arithmetic to be told apart. */
export function compareDecimals(left: Decimal, right: Decimal): -1 | 0 | 1 {
  if (left.length > KEPT_APART || right.length > KEPT_APART) return new Big(left).cmp(right);
  const difference = readNumber(left) - readNumber(right);
  return difference === 0 ? 0 : difference < 0 ? -1 : 1;
}

/** What is no decimal is a bug, as it is to Big. */
function readNumber(value: Decimal): number {
  const number = Number(value);
  return Number.isNaN(number) || value === "" ? new Big(value).toNumber() : number;
}

/** Sum, as precise as the more precise of the two: "0.5" + "11.00" = "11.50". */
export function addDecimals(left: Decimal, right: Decimal): Decimal {
  return new Big(left).plus(right).toFixed(Math.max(decimalPlaces(left), decimalPlaces(right)));
}

/** Difference, as precise as the more precise of the two. */
export function subtractDecimals(left: Decimal, right: Decimal): Decimal {
  return new Big(left).minus(right).toFixed(Math.max(decimalPlaces(left), decimalPlaces(right)));
}

/** Exact product without trailing zeros: "84.5" × "1000" = "84500". */
export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return new Big(left).times(right).toFixed();
}

/**
 * Quotient rounded half away from nought to `places`; null when the divisor is nought. In whole numbers of any size, which is
 * exact and takes a sixth of the time of dividing digit by digit: an import asks it of every percentage with its parts.
 */
export function divideDecimals(dividend: Decimal, divisor: Decimal, places: number): Decimal | null {
  const [top, bottom] = [digitsOf(dividend), digitsOf(divisor)];
  if (bottom === 0n) return null;
  const twice = 2n * top * 10n ** BigInt(decimalPlaces(divisor) + places);
  const whole = bottom * 10n ** BigInt(decimalPlaces(dividend));
  const digits = ((twice + whole) / (2n * whole)).toString().padStart(places + 1, "0");
  const point = digits.length - places;
  const quotient = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return top !== 0n && dividend.startsWith("-") !== divisor.startsWith("-") ? `-${quotient}` : quotient;
}

/** All digits of a decimal as one whole number, without its sign. */
const digitsOf = (value: Decimal): bigint => BigInt(value.replace(/[-.]/g, ""));

/** Rounds half away from nought: "13.5" → "14". */
export function roundDecimal(value: Decimal, places: number): Decimal {
  return new Big(value).toFixed(places, Big.roundHalfUp);
}

export function absoluteDecimal(value: Decimal): Decimal {
  return value.startsWith("-") ? value.slice(1) : value;
}

export function negateDecimal(value: Decimal): Decimal {
  if (compareDecimals(value, "0") === 0) return absoluteDecimal(value);
  return value.startsWith("-") ? value.slice(1) : `-${value}`;
}

/** "1373000" → "1,373,000"; digits after the point are left as they are. */
export function groupThousands(value: Decimal): string {
  const [whole = "", fraction] = value.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
