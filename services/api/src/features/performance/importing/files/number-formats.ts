import { decimalPlaces, multiplyDecimals } from "@due-regard/domain/metrics/decimal";

/** How a workbook shows the number in a cell. */
export type NumberFormat =
  | { kind: "GENERAL" }
  | { kind: "NUMBER" | "PERCENT"; places: number }
  | { kind: "DATE"; withDay: boolean; withTime: boolean };

const GENERAL: NumberFormat = { kind: "GENERAL" };

/** Formats that workbooks name by number only (ECMA-376, 18.8.30). */
const BUILT_IN: Record<number, string> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "d/m/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm",
  19: "h:mm:ss",
  20: "h:mm",
  21: "h:mm:ss",
  22: "d/m/yyyy h:mm",
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  45: "mm:ss",
  46: "h:mm:ss",
  47: "mm:ss",
};

/** What a format does to a number. `code` is the workbook's own; undefined: it is named by number. */
export const readNumberFormat = (id: number, code: string | undefined): NumberFormat => {
  const section = (code ?? BUILT_IN[id] ?? "General")
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "")
    .split(";")[0];
  const plain = section ?? "";
  if (plain === "" || /general|@/i.test(plain)) return GENERAL;
  const places = /\.(0+)/.exec(plain)?.[1]?.length ?? 0;
  if (plain.includes("%")) return { kind: "PERCENT", places };
  if (/[ymdhs]/i.test(plain))
    return { kind: "DATE", withDay: /d/i.test(plain), withTime: /[hs]/i.test(plain) };
  return /0/.test(plain) && !/e/i.test(plain) ? { kind: "NUMBER", places } : GENERAL;
};

/** 15 digits are what a workbook keeps; beyond them stands what the machine made of it: 0.28999999999999998 is 0.29. */
const plainNumber = (raw: string): string => {
  if (/^-?\d{1,15}$/.test(raw) || (/^-?\d+\.\d+$/.test(raw) && raw.replace(/\D/g, "").length <= 15))
    return raw;
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  const text = String(number);
  return /e/i.test(text)
    ? number.toLocaleString("en-GB", { useGrouping: false, maximumFractionDigits: 20 })
    : text;
};

/** Adds the noughts that the format shows; no digit is ever dropped. */
const withPlaces = (number: string, places: number): string => {
  const missing = places - decimalPlaces(number);
  if (missing <= 0 || !/^-?\d+(\.\d+)?$/.test(number)) return number;
  return `${number}${number.includes(".") ? "" : "."}${"0".repeat(missing)}`;
};

/** A number of a cell as text: with the noughts, the percent sign or the date that the workbook shows. */
export const formatNumber = (raw: string, format: NumberFormat, since1904: boolean): string => {
  if (format.kind === "DATE") return formatDate(raw, format, since1904);
  const number = plainNumber(raw);
  if (format.kind === "GENERAL") return number;
  if (format.kind === "NUMBER") return withPlaces(number, format.places);
  return /^-?\d+(\.\d+)?$/.test(number)
    ? `${withPlaces(multiplyDecimals(number, "100"), format.places)}%`
    : number;
};

const DAY_MS = 86_400_000;

/** Days are counted from 30 December 1899, so that all since March 1900 are right; older workbooks of Macs from 1904. */
const formatDate = (
  raw: string,
  { withDay, withTime }: Extract<NumberFormat, { kind: "DATE" }>,
  since1904: boolean,
): string => {
  const days = Number(raw);
  const zero = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(zero + Math.round(days * DAY_MS));
  if (Number.isNaN(date.getTime()) || days < 1) return raw;
  const iso = date.toISOString();
  const day = withDay || withTime ? iso.slice(0, 10) : iso.slice(0, 7);
  return withTime && !Number.isInteger(days) ? `${day} ${iso.slice(11, 16)}` : day;
};
