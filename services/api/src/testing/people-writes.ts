import type { GeneralAct } from "@due-regard/domain/access/policy";
import { globalId, RANDOM_ID } from "./policy-actors.ts";

const NOBODY = globalId("User", RANDOM_ID);
const needs = "people.manage";

/** Every mutation about people, with an input that writes nothing for anybody: who is let in hears what is wrong with it. */
export const PEOPLE_WRITES: Readonly<Record<string, { needs: GeneralAct; input: object; answers: string }>> =
  {
    addPerson: { needs, input: { name: "", email: "", jobTitle: "" }, answers: "ValidationError" },
    changePerson: { needs, input: { person: NOBODY, name: "A", jobTitle: "B" }, answers: "NotFound" },
    grantRole: { needs, input: { person: NOBODY, role: "ADMIN" }, answers: "NotFound" },
    endRole: { needs, input: { role: RANDOM_ID }, answers: "NotFound" },
    disablePerson: { needs, input: { person: NOBODY }, answers: "NotFound" },
    enablePerson: { needs, input: { person: NOBODY }, answers: "NotFound" },
  };
