import { users } from "@due-regard/database/schema/people";
import { freshUntil, isFreshSignIn } from "@due-regard/domain/access/fresh-sign-in";
import { may } from "@due-regard/domain/access/policy";
import type { RoleGrant } from "@due-regard/domain/access/roles";
import { mayForNamedOrganisation } from "../../access/may-for-organisation.ts";
import type { SignedInViewer } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { RoleEnum } from "../../schema/ehria-enums.ts";
import { loadByIds } from "../../schema/load-by-ids.ts";
import { DepartmentType } from "../organisations/organisation.graphql.ts";

/** What the API needs of a person: the session knows as much of whoever asks. */
export type UserRow = Pick<typeof users.$inferSelect, "id" | "name" | "jobTitle">;

export const UserType = builder.loadableNode("User", {
  description: "Somebody known to the system, as colleagues see them.",
  id: { resolve: (user: UserRow) => user.id },
  load: (ids: string[], context) => loadByIds(context.db, users, ids),
  fields: (t) => ({
    name: t.exposeString("name", { description: "Name." }),
    jobTitle: t.exposeString("jobTitle", {
      description: "Job title: what stays when a text is depersonalised.",
    }),
  }),
});

const RoleGrantType = builder.objectRef<RoleGrant>("RoleGrant").implement({
  description: "A role held in one department or everywhere.",
  fields: (t) => ({
    role: t.expose("role", { type: RoleEnum, description: "The role." }),
    department: t.field({
      type: DepartmentType,
      nullable: true,
      description: "Where it holds. Null: everywhere.",
      resolve: (grant) => grant.departmentId,
    }),
  }),
});

const SOMEWHERE = "ONS code: whether for this organisation. Default: for any.";

export const ViewerType = builder.objectRef<SignedInViewer>("Viewer").implement({
  description: "You: who is asking, and what you may do.",
  fields: (t) => ({
    user: t.field({
      type: UserType,
      description: "You, as colleagues see you.",
      resolve: (viewer) => viewer.user,
    }),
    email: t.string({ description: "Your email address.", resolve: (viewer) => viewer.user.email }),
    department: t.field({
      type: DepartmentType,
      nullable: true,
      description: "Your department. Null: none is recorded.",
      resolve: (viewer) => viewer.departmentId,
    }),
    roles: t.field({ type: [RoleGrantType], description: "Your roles.", resolve: (viewer) => viewer.roles }),
    scopes: t.stringList({
      description: "What this session or token may be used for.",
      resolve: (viewer) => [...viewer.scopes],
    }),
    canStartAssessment: t.boolean({
      description: "Whether you may start an assessment somewhere.",
      resolve: (viewer) => may(viewer, "assessments.start"),
    }),
    canEditForms: t.boolean({
      description: "Whether you may import, edit and publish forms.",
      resolve: (viewer) => may(viewer, "forms.write"),
    }),
    canManagePeople: t.boolean({
      description: "Whether you may look after people and their roles. A token never may.",
      resolve: (viewer) => may(viewer, "people.manage") && viewer.authenticatedAt !== null,
    }),
    canWriteMetrics: t.boolean({
      description: "Whether you may record figures.",
      args: { organisation: t.arg.string({ description: SOMEWHERE }) },
      resolve: (viewer, { organisation }, { db }) =>
        mayForNamedOrganisation(db, viewer, "performance.write", organisation),
    }),
    canJudgeRatings: t.boolean({
      description: "Whether you may judge ratings and write commentary.",
      args: { organisation: t.arg.string({ description: SOMEWHERE }) },
      resolve: (viewer, { organisation }, { db }) =>
        mayForNamedOrganisation(db, viewer, "performance.judge", organisation),
    }),
    canRecordDeliveryProgress: t.boolean({
      description: "Whether you may say how delivery actions get on.",
      resolve: (viewer) => may(viewer, "strategies.progress"),
    }),
    authenticatedAt: t.expose("authenticatedAt", {
      type: "DateTime",
      nullable: true,
      description: "When you last proved who you are. Null: this is an API token.",
    }),
    maySignUntil: t.field({
      type: "DateTime",
      nullable: true,
      description: "Until when you may sign. Null: sign in again first; a token never may.",
      resolve: ({ authenticatedAt }) =>
        authenticatedAt !== null && isFreshSignIn(authenticatedAt, new Date().toISOString())
          ? freshUntil(authenticatedAt)
          : null,
    }),
  }),
});

builder.queryField("viewer", (t) =>
  t.field({
    type: ViewerType,
    nullable: true,
    description: "You. Null when nobody is signed in.",
    resolve: (_root, _args, { viewer }) => viewer,
  }),
);
