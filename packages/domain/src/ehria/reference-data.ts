import type { CharacteristicRow, EqualityAim, ReferenceData, RightRow } from "./reference-types.ts";
import { lawInForceOn } from "./reference-types.ts";
import type { ProtectedCharacteristic, RightKind, RightPart } from "./vocabulary.ts";

/**
 * The law that the form rests on, as the rows with which a new database starts. From then on the tables are the
 * authority and are edited there. Marriage and civil partnership is not among the "relevant" characteristics of
 * s149(7), so it counts for the first aim alone.
 */

const EQUALITY_DUTY_STARTED = "2011-04-05";
const HUMAN_RIGHTS_ACT_STARTED = "2000-10-02";
const FORM = "The council's form (Adults and Communities Overview and Scrutiny Committee, 20 January 2020)";

type CharacteristicFacts = readonly [
  characteristic: ProtectedCharacteristic,
  label: string,
  section: string,
  words: readonly string[],
];

const PROTECTED: readonly CharacteristicFacts[] = [
  ["AGE", "Age", "s5", ["age", "ages", "aged"]],
  ["DISABILITY", "Disability", "s6", ["disability", "disabilities", "disabled"]],
  ["GENDER_REASSIGNMENT", "Gender reassignment", "s7", ["gender", "reassignment", "transgender", "trans"]],
  [
    "MARRIAGE_AND_CIVIL_PARTNERSHIP",
    "Marriage and civil partnership",
    "s8",
    ["marriage", "marital", "married", "civil", "partnership"],
  ],
  [
    "PREGNANCY_AND_MATERNITY",
    "Pregnancy and maternity",
    "s18 and s17",
    ["pregnancy", "pregnant", "maternity"],
  ],
  ["RACE", "Race", "s9", ["race", "racial", "ethnicity", "ethnic"]],
  [
    "RELIGION_OR_BELIEF",
    "Religion or belief",
    "s10",
    ["religion", "religions", "religious", "belief", "beliefs", "faith"],
  ],
  ["SEX", "Sex", "s11", ["sex"]],
  ["SEXUAL_ORIENTATION", "Sexual orientation", "s12", ["sexual", "orientation", "sexuality"]],
];

const LOCAL: readonly CharacteristicFacts[] = [
  ["OTHER_GROUPS", "Other groups", "", ["group", "groups"]],
  ["COMMUNITY_COHESION", "Community cohesion", "", ["community", "communities", "cohesion"]],
];

const aimsFor = (characteristic: ProtectedCharacteristic): EqualityAim[] =>
  characteristic === "MARRIAGE_AND_CIVIL_PARTNERSHIP" ? [1] : [1, 2, 3];

export const CHARACTERISTIC_ROWS: readonly CharacteristicRow[] = [
  ...PROTECTED.map(([characteristic, label, section, words]) => ({
    characteristic,
    label,
    words,
    kind: "PROTECTED" as const,
    aims: aimsFor(characteristic),
    validFrom: EQUALITY_DUTY_STARTED,
    validTo: null,
    source: `Equality Act 2010 ${section} and s149`,
  })),
  ...LOCAL.map(([characteristic, label, , words]) => ({
    characteristic,
    label,
    words,
    kind: "LOCAL" as const,
    aims: [],
    validFrom: null,
    validTo: null,
    source: FORM,
  })),
].map((row, index) => ({ ...row, position: index + 1 }));

type RightFacts = readonly [part: RightPart, article: number, kind: RightKind, title: string, note?: string];

const RIGHTS: readonly RightFacts[] = [
  ["CONVENTION", 2, "LIMITED", "Right to life"],
  ["CONVENTION", 3, "ABSOLUTE", "Freedom from torture and from inhuman or degrading treatment"],
  [
    "CONVENTION",
    4,
    "ABSOLUTE",
    "Freedom from slavery and forced labour",
    "Paragraph 1 (slavery and servitude) is absolute. Paragraph 3 lists work that does not count as forced labour under paragraph 2.",
  ],
  ["CONVENTION", 5, "LIMITED", "Right to liberty and security"],
  ["CONVENTION", 6, "LIMITED", "Right to a fair hearing"],
  ["CONVENTION", 7, "ABSOLUTE", "No punishment without law"],
  ["CONVENTION", 8, "QUALIFIED", "Respect for private and family life, home and correspondence"],
  [
    "CONVENTION",
    9,
    "QUALIFIED",
    "Freedom of thought, conscience and religion",
    "Holding a belief is absolute; showing it may be limited.",
  ],
  ["CONVENTION", 10, "QUALIFIED", "Freedom of expression"],
  ["CONVENTION", 11, "QUALIFIED", "Freedom of assembly and association"],
  ["CONVENTION", 12, "LIMITED", "Right to marry"],
  [
    "CONVENTION",
    14,
    "ANCILLARY",
    "No discrimination in the enjoyment of these rights",
    "Works only together with another right on this list.",
  ],
  ["FIRST_PROTOCOL", 1, "QUALIFIED", "Peaceful enjoyment of possessions"],
  ["FIRST_PROTOCOL", 2, "LIMITED", "Right to education"],
  ["FIRST_PROTOCOL", 3, "LIMITED", "Right to free elections"],
];

const SCHEDULE_PART = { CONVENTION: "Part I", FIRST_PROTOCOL: "Part II" } as const satisfies Record<
  RightPart,
  string
>;

/** Article 13 is not in the Act, and the thirteenth protocol (death penalty) is not on the form. */
export const RIGHT_ROWS: readonly RightRow[] = RIGHTS.map(([part, article, kind, title, note], index) => ({
  part,
  article,
  kind,
  title,
  note: note ?? null,
  validFrom: HUMAN_RIGHTS_ACT_STARTED,
  validTo: null,
  source: `Human Rights Act 1998, Schedule 1, ${SCHEDULE_PART[part]}, article ${article}`,
  position: index + 1,
}));

/** The shipped rows in force on `date`: what a new database starts with, and what tests and clients without one use. */
export const shippedReferenceData = (date: string): ReferenceData => ({
  characteristics: lawInForceOn(CHARACTERISTIC_ROWS, date),
  rights: lawInForceOn(RIGHT_ROWS, date),
});
