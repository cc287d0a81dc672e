import type { Failure, Problem, Remedy, Result, VersionConflict } from "@due-regard/domain/result";
import { builder } from "./builder.ts";
import { describedEnum } from "./described-enum.ts";

/** The one place where a verb's failure becomes a member of a mutation's union. */
const TYPE_OF_FAILURE = {
  VALIDATION: "ValidationError",
  CONFLICT: "Conflict",
  NOT_ALLOWED: "NotAllowed",
  NOT_FOUND: "NotFound",
} as const satisfies Record<Failure["kind"], string>;

const isFailure = (value: unknown): value is Failure =>
  typeof value === "object" && value !== null && "kind" in value && String(value.kind) in TYPE_OF_FAILURE;

export const ProblemType = builder.objectRef<Problem>("Problem").implement({
  description: "One thing to put right.",
  fields: (t) => ({
    path: t.exposeString("path", { description: "The place in the input or the form that it is about." }),
    message: t.exposeString("message", { description: "What to do, in plain words." }),
  }),
});

const VersionConflictType = builder.objectRef<VersionConflict>("VersionConflict").implement({
  description: "One answer that somebody else saved after the version that this edit was based on.",
  fields: (t) => ({
    path: t.exposeString("path", { description: "The place in the form." }),
    currentVersion: t.exposeInt("currentVersion", { description: "The version now stored." }),
    basedOnVersion: t.exposeInt("basedOnVersion", { description: "The version that the edit was based on." }),
    theirs: t.exposeString("theirs", {
      nullable: true,
      description: "What is stored now. Null: it was emptied.",
    }),
    yours: t.exposeString("yours", {
      nullable: true,
      description: "What was sent and not stored. Null: emptied.",
    }),
  }),
});

const ErrorInterface = builder.interfaceRef<Failure>("Error").implement({
  description: "An expected failure. Nothing was changed.",
  fields: (t) => ({
    message: t.exposeString("message", { description: "What happened, in plain words for the person." }),
  }),
});

type FailureOf<Kind extends Failure["kind"]> = Extract<Failure, { kind: Kind }>;

const ValidationError = builder.objectRef<FailureOf<"VALIDATION">>("ValidationError").implement({
  description: "The input can't be taken as it stands.",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    problems: t.field({
      type: [ProblemType],
      description: "Everything that needs putting right, in the order of the form.",
      resolve: (failure) => failure.problems,
    }),
  }),
});

const Conflict = builder.objectRef<FailureOf<"CONFLICT">>("Conflict").implement({
  description: "Somebody else wrote first. Both texts are here, so that a person can choose.",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    conflicts: t.field({
      type: [VersionConflictType],
      description: "Each place where the versions differ.",
      resolve: (failure) => failure.conflicts,
    }),
  }),
});

const RemedyEnum = describedEnum<Remedy>("Remedy", "What somebody can do so that they may.", {
  SIGN_IN_AGAIN: "Sign in again, then do the same: `/auth/sign-in?maxAge=300&returnTo=…`.",
  USE_A_BROWSER: "Do it on the page in a browser: a token never can.",
});

const NotAllowed = builder.objectRef<FailureOf<"NOT_ALLOWED">>("NotAllowed").implement({
  description: "You may see this and not do this, now.",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    remedy: t.expose("remedy", {
      type: RemedyEnum,
      nullable: true,
      description: "What you can do so that you may. Null: nothing of yours would change it.",
    }),
  }),
});

const NotFound = builder.objectRef<FailureOf<"NOT_FOUND">>("NotFound").implement({
  description: "There is no such thing, or you may not know that there is.",
  interfaces: [ErrorInterface],
});

/** The union that a mutation answers with: its success type or one of the four failures. */
export const resultUnion = <Success extends object>(
  name: string,
  success: PothosSchemaTypes.ObjectRef<SchemaTypesOf, Success>,
) =>
  builder.unionType(name, {
    description: `What \`${name.charAt(0).toLowerCase()}${name.slice(1).replace(/Result$/, "")}\` answers.`,
    types: [success, ValidationError, Conflict, NotAllowed, NotFound],
    resolveType: (value) => (isFailure(value) ? TYPE_OF_FAILURE[value.kind] : success.name),
  });

type SchemaTypesOf = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;

/** Turns a verb's result into the union's value. */
export const answer = <Value>(result: Result<Value>): Value | Failure =>
  result.ok ? result.value : result.failure;
