import { LONGEST_EMAIL, LONGEST_JOB_TITLE, LONGEST_NAME } from "@due-regard/domain/access/people/limits";
import { ok, type Result } from "@due-regard/domain/result";
import { builder } from "../../schema/builder.ts";
import { RoleEnum } from "../../schema/ehria-enums.ts";
import { answer, resultUnion } from "../../schema/result-union.ts";
import { DepartmentType } from "../organisations/organisation.graphql.ts";
import { addPerson, changePerson, disablePerson, enablePerson } from "./change-accounts.ts";
import { endRole, grantRole } from "./change-roles.ts";
import type { PersonRow } from "./load-person.ts";
import { PersonType } from "./person.graphql.ts";
import { UserType } from "./user.graphql.ts";

const NAME = `Name, in one line of up to ${LONGEST_NAME} characters.`;
const JOB_TITLE = `Job title, in one line of up to ${LONGEST_JOB_TITLE} characters.`;
const WORKS = "Where they work: it gives no role there. Left out: no one department.";
const KEY =
  "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.";

const AddPersonInput = builder.inputType("AddPersonInput", {
  description: "Somebody new.",
  fields: (t) => ({
    name: t.string({ required: true, description: NAME }),
    email: t.string({
      required: true,
      description: `The address under which the issuer vouches for them, in any case: up to ${LONGEST_EMAIL} characters. It can't be changed.`,
    }),
    jobTitle: t.string({ required: true, description: JOB_TITLE }),
    department: t.globalID({ for: DepartmentType, description: WORKS }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const ChangePersonInput = builder.inputType("ChangePersonInput", {
  description: "What is known of somebody, as it should stand.",
  fields: (t) => ({
    person: t.globalID({ for: UserType, required: true, description: "Who." }),
    name: t.string({ required: true, description: NAME }),
    jobTitle: t.string({ required: true, description: JOB_TITLE }),
    department: t.globalID({ for: DepartmentType, description: WORKS }),
    basedOnVersion: t.int({
      required: true,
      description: "The `Person.version` that you saw: what was changed since is a Conflict, with both.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const GrantRoleInput = builder.inputType("GrantRoleInput", {
  description: "Which role, for whom.",
  fields: (t) => ({
    person: t.globalID({ for: UserType, required: true, description: "Who is to hold it." }),
    role: t.field({ type: RoleEnum, required: true, description: "The role." }),
    department: t.globalID({
      for: DepartmentType,
      description: "Where. Left out: everywhere. Administrators hold their role everywhere.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const EndRoleInput = builder.inputType("EndRoleInput", {
  description: "Which role ends.",
  fields: (t) => ({
    role: t.id({ required: true, description: "Its id, as `Person.roles` gives it." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const PersonInput = builder.inputType("PersonInput", {
  description: "Whose account.",
  fields: (t) => ({
    person: t.globalID({ for: UserType, required: true, description: "Who." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const PersonSaved = builder.objectRef<{ person: PersonRow }>("PersonSaved").implement({
  description: "It is done.",
  fields: (t) => ({
    person: t.expose("person", { type: PersonType, description: "The person as they now stand." }),
  }),
});

const AddPersonResult = resultUnion("AddPersonResult", PersonSaved);
const ChangePersonResult = resultUnion("ChangePersonResult", PersonSaved);
const GrantRoleResult = resultUnion("GrantRoleResult", PersonSaved);
const EndRoleResult = resultUnion("EndRoleResult", PersonSaved);
const DisablePersonResult = resultUnion("DisablePersonResult", PersonSaved);
const EnablePersonResult = resultUnion("EnablePersonResult", PersonSaved);

const saved = (result: Result<PersonRow>) => answer(result.ok ? ok({ person: result.value }) : result);

builder.mutationFields((t) => ({
  addPerson: t.field({
    type: AddPersonResult,
    description: "Puts somebody on the list of people: they may sign in from then on, without any role.",
    args: { input: t.arg({ type: AddPersonInput, required: true, description: "Who." }) },
    resolve: async (_root, { input: { department, ...rest } }, context) =>
      saved(await addPerson(context, { ...rest, departmentId: department?.id })),
  }),
  changePerson: t.field({
    type: ChangePersonResult,
    description: "Changes somebody's name, job title and department.",
    args: { input: t.arg({ type: ChangePersonInput, required: true, description: "How." }) },
    resolve: async (_root, { input: { person, department, ...rest } }, context) =>
      saved(await changePerson(context, { ...rest, personId: person.id, departmentId: department?.id })),
  }),
  grantRole: t.field({
    type: GrantRoleResult,
    description: "Gives somebody a role from now on. Nobody holds one twice in the same place.",
    args: { input: t.arg({ type: GrantRoleInput, required: true, description: "Which." }) },
    resolve: async (_root, { input: { person, department, ...rest } }, context) =>
      saved(await grantRole(context, { ...rest, personId: person.id, departmentId: department?.id })),
  }),
  endRole: t.field({
    type: EndRoleResult,
    description:
      "Ends a role at once. That it was held stays on record. One that has ended already stays as it is.",
    args: { input: t.arg({ type: EndRoleInput, required: true, description: "Which." }) },
    resolve: async (_root, { input: { role, ...rest } }, context) =>
      saved(await endRole(context, { ...rest, roleId: role })),
  }),
  disablePerson: t.field({
    type: DisablePersonResult,
    description:
      "Closes somebody's account: they are signed out everywhere and their tokens are revoked, at once. Their roles stay theirs.",
    args: { input: t.arg({ type: PersonInput, required: true, description: "Whose." }) },
    resolve: async (_root, { input: { person, ...rest } }, context) =>
      saved(await disablePerson(context, { ...rest, personId: person.id })),
  }),
  enablePerson: t.field({
    type: EnablePersonResult,
    description: "Opens an account again, with the roles that its person still holds.",
    args: { input: t.arg({ type: PersonInput, required: true, description: "Whose." }) },
    resolve: async (_root, { input: { person, ...rest } }, context) =>
      saved(await enablePerson(context, { ...rest, personId: person.id })),
  }),
}));
