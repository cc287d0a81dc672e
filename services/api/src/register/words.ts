import { CHARACTERISTIC_ROWS } from "@due-regard/domain/ehria/reference-data";
import { PROTECTED_CHARACTERISTICS, type ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import { dayOf } from "../documents/assessment/words.ts";
import { type Html, html } from "../pages/html.ts";

/** What people call it in the text of a sentence: "age", "other groups". */
export const characteristicWords = (characteristic: ProtectedCharacteristic): string =>
  CHARACTERISTIC_ROWS.find((row) => row.characteristic === characteristic)?.label ?? characteristic;

/** In the order of the law, whatever order they are stored in. */
export const inOrder = (characteristics: readonly ProtectedCharacteristic[]): ProtectedCharacteristic[] =>
  PROTECTED_CHARACTERISTICS.filter((each) => characteristics.includes(each));

export const counted = (count: number, one: string, many: string): string =>
  `${new Intl.NumberFormat("en-GB").format(count)} ${count === 1 ? one : many}`;

/** The day of an instant where the council is, for people and for programs. */
export const timeOf = (instant: string): Html =>
  html`<time datetime="${new Date(instant).toISOString()}">${dayOf(instant)}</time>`;

/** "84 KB": of 1,000 bytes each, as file managers count. At least 1. */
export const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** The name of the register, on its pages and in its feed. */
export const REGISTER_TITLE = "Published equality and human rights impact assessments";

/** On every page of the register: programs find the feed by it. */
export const FEED_LINK = html`<link rel="alternate" type="application/atom+xml" href="/register/feed.atom" title="${REGISTER_TITLE}">`;
