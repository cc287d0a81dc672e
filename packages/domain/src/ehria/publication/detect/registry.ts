import type { HitKind } from "../hit.ts";
import type { Detect } from "./detector.ts";
import { detectEmails } from "./emails.ts";
import { detectKnownPeople } from "./known-people.ts";
import { detectNames } from "./names.ts";
import { detectNhsNumbers } from "./nhs-numbers.ts";
import { detectNiNumbers } from "./ni-numbers.ts";
import { detectPhones } from "./phones.ts";
import { detectPostcodes } from "./postcodes.ts";
import { detectSmallGroups } from "./small-groups.ts";

/** Every search, one a kind of passage; what people add needs none. A kind missing here doesn't compile. */
export const DETECTORS: Record<Exclude<HitKind, "ADDED">, Detect> = {
  KNOWN_PERSON: detectKnownPeople,
  NAME: detectNames,
  EMAIL: detectEmails,
  PHONE: detectPhones,
  POSTCODE: detectPostcodes,
  NHS_NUMBER: detectNhsNumbers,
  NI_NUMBER: detectNiNumbers,
  SMALL_GROUP: detectSmallGroups,
};
