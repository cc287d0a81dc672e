import type { Act } from "./policy.ts";

/** The act that a field needs; "inherit": what the object shows to whoever was let through to it. */
export type FieldAct = Act | "inherit";
/** Fields of one type by the act that they need, their names in one text. */
export type FieldsByAct = Partial<Record<FieldAct, string>>;
