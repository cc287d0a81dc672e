import { builder } from "../../schema/builder.ts";
import { RoleEnum } from "../../schema/ehria-enums.ts";
import { DepartmentType } from "../organisations/organisation.graphql.ts";
import { type PersonRow, type RoleRow, rolesOf } from "./load-person.ts";
import { UserType } from "./user.graphql.ts";

const PersonRoleType = builder.objectRef<RoleRow>("PersonRole").implement({
  description: "A role that somebody holds or held, in one department or everywhere.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Names it for `endRole`." }),
    role: t.expose("role", { type: RoleEnum, description: "The role." }),
    department: t.field({
      type: DepartmentType,
      nullable: true,
      description: "Where it holds. Null: everywhere.",
      resolve: ({ departmentId }) => departmentId,
    }),
    grantedAt: t.expose("grantedAt", { type: "DateTime", description: "Since when." }),
    grantedBy: t.field({
      type: UserType,
      nullable: true,
      description: "Who gave it. Null: the operator, or it came with the sample data.",
      resolve: ({ grantedById }) => grantedById,
    }),
    endedAt: t.expose("revokedAt", {
      type: "DateTime",
      nullable: true,
      description: "Until when. Null: they hold it now.",
    }),
    endedBy: t.field({
      type: UserType,
      nullable: true,
      description: "Who ended it. Null: they hold it now, or the operator did.",
      resolve: ({ revokedById }) => revokedById,
    }),
  }),
});

export const PersonType = builder.objectRef<PersonRow>("Person").implement({
  description: "Somebody known here, as administrators see them.",
  fields: (t) => ({
    user: t.field({
      type: UserType,
      description: "As colleagues see them.",
      resolve: (person) => person,
    }),
    email: t.exposeString("email", {
      description: "The address under which the issuer vouches for them, in lower case.",
    }),
    department: t.field({
      type: DepartmentType,
      nullable: true,
      description: "Where they work, which gives them no role there. Null: none is recorded.",
      resolve: ({ departmentId }) => departmentId,
    }),
    roles: t.field({
      type: [PersonRoleType],
      description: "What they hold now, longest held first.",
      resolve: async ({ id }, _args, context) =>
        (await rolesOf(context, id)).filter(({ revokedAt }) => revokedAt === null),
    }),
    endedRoles: t.field({
      type: [PersonRoleType],
      description: "What they held earlier, in the order in which it was given.",
      resolve: async ({ id }, _args, context) =>
        (await rolesOf(context, id)).filter(({ revokedAt }) => revokedAt !== null),
    }),
    addedAt: t.expose("createdAt", { type: "DateTime", description: "When they were added." }),
    disabledAt: t.expose("disabledAt", {
      type: "DateTime",
      nullable: true,
      description: "Since when their account is closed. Null: they can sign in.",
    }),
    version: t.exposeInt("version", { description: "Send it back as `basedOnVersion`." }),
    isYou: t.boolean({
      description: "Whether it is you: your own account you can't close, nor end your administrator role.",
      resolve: ({ id }, _args, { viewer }) => viewer?.userId === id,
    }),
  }),
});
