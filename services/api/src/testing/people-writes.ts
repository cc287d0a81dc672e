import type { GeneralAct } from "@due-regard/domain/access/policy";
import { globalId, RANDOM_ID, RANDOM_REFERENCE } from "./policy-actors.ts";

const NOBODY = globalId("User", RANDOM_ID);
const needs = "people.manage";

/** Every mutation about people, with an input that writes nothing for anybody: who is let in hears what is wrong with it. */
export const PEOPLE_WRITES: Readonly<Record<string, { needs: GeneralAct; input: object; answers: string }>> =
  {
    addPerson: { needs, input: { name: "", email: "", jobTitle: "" }, answers: "ValidationError" },
    changePerson: {
      needs,
      input: { person: NOBODY, name: "A", jobTitle: "B", basedOnVersion: 1 },
      answers: "NotFound",
    },
    grantRole: { needs, input: { person: NOBODY, role: "ADMIN" }, answers: "NotFound" },
    endRole: { needs, input: { role: RANDOM_ID }, answers: "NotFound" },
    disablePerson: { needs, input: { person: NOBODY }, answers: "NotFound" },
    reassignLead: {
      needs,
      input: { reference: RANDOM_REFERENCE, from: NOBODY, to: NOBODY },
      answers: "NotFound",
    },
    reassignAction: {
      needs,
      input: { action: globalId("EqualityAction", RANDOM_ID), from: NOBODY, to: NOBODY, basedOnVersion: 1 },
      answers: "NotFound",
    },
    enablePerson: { needs, input: { person: NOBODY }, answers: "NotFound" },
  };
