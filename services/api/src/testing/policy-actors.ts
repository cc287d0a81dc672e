import { DEMO_ACCOUNTS } from "@due-regard/database/sample-data/demo-accounts";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import { SCOPES, type Scope } from "@due-regard/domain/access/roles";
import type { SignedInViewer } from "../context.ts";
import { type Canary, findCanaries } from "./canaries.ts";
import type { Answered } from "./test-api.ts";

export interface PolicyActor {
  name: string;
  /** Null: nobody is signed in. */
  email: string | null;
  scopes: readonly Scope[];
}

/**
 * Who tries everything: nobody, each demo person in a browser, and tokens of the person who may do most: one for each
 * scope, and one that may write assessments.
 */
export const POLICY_ACTORS: readonly PolicyActor[] = [
  { name: "nobody signed in", email: null, scopes: [] },
  ...DEMO_ACCOUNTS.map(({ email }) => ({ name: email, email, scopes: SCOPES })),
  ...SCOPES.map((scope) => ({
    name: `a token for ${scope}`,
    email: "lead.officer@example.org",
    scopes: [scope],
  })),
  {
    name: "a token for both scopes of assessments",
    email: "lead.officer@example.org",
    scopes: ["read:assessments", "write:assessments"],
  },
];

export const readableTo = (viewer: SignedInViewer | null, canaries: readonly Canary[]): Canary[] =>
  canaries.filter(({ subject }) => mayOnAssessment(viewer, "assessment.read", subject));

/** The words that a viewer may come to see of these assessments, in alphabetical order. */
export const wordsFor = (viewer: SignedInViewer | null, canaries: readonly Canary[]): string[] =>
  readableTo(viewer, canaries)
    .flatMap(({ number, subject }) => [
      `canary-${number}`,
      ...(mayOnAssessment(viewer, "assessment.workings", subject) ? [`workings-${number}`] : []),
    ])
    .sort();

/** The words that somebody did come to see: in data, errors or anywhere else in an answer. */
export const wordsIn = (answered: Answered): string[] => findCanaries(JSON.stringify(answered)).sort();

/** A global id as the API makes them. */
export const globalId = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString("base64");

/** An id and a reference that belong to nothing. */
export const RANDOM_ID = "5f0c7a52-1111-4222-8333-444455556666";
export const RANDOM_REFERENCE = "EHRIA-2019-9999";
