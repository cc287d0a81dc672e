import { ONLY_IN_A_BROWSER } from "@due-regard/domain/access/people/decide";
import { GraphQLError } from "graphql";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { connectionOf } from "../../schema/connection.ts";
import { RoleEnum } from "../../schema/ehria-enums.ts";
import { DepartmentType } from "../organisations/organisation.graphql.ts";
import { listPeople } from "./list-people.ts";
import { findPerson } from "./load-person.ts";
import { PersonType } from "./person.graphql.ts";
import { UserType } from "./user.graphql.ts";

const PeopleFilter = builder.inputType("PeopleFilter", {
  description: "Which people: everything that is given must hold.",
  fields: (t) => ({
    text: t.string({ description: "Part of a name or an address, in any case." }),
    role: t.field({ type: RoleEnum, description: "Only who holds this role now." }),
    department: t.globalID({
      for: DepartmentType,
      description:
        "With a role: who holds it there, or everywhere. Alone: who works there, or holds a role there.",
    }),
    disabled: t.boolean({ description: "True: closed accounts alone. False: open ones alone." }),
  }),
});

/** Addresses and roles of everybody are for a person at the page: a token that has every scope is let in to none of it. */
const refuseTokens = ({ viewer }: ApiContext): void => {
  if (viewer?.authenticatedAt == null)
    throw new GraphQLError(ONLY_IN_A_BROWSER, { extensions: { code: "FORBIDDEN" } });
};

builder.queryFields((t) => ({
  people: t.connection(
    {
      type: PersonType,
      description: "Everybody known here, by name. For administrators in a browser.",
      args: { filter: t.arg({ type: PeopleFilter, description: "Which. Default: all." }) },
      resolve: (_root, { filter, ...page }, context) => {
        refuseTokens(context);
        const { department, ...rest } = filter ?? {};
        return listPeople(context.db, { ...rest, departmentId: department?.id }, page);
      },
    },
    ...connectionOf(PersonType),
  ),
  person: t.field({
    type: PersonType,
    nullable: true,
    description: "One of them. Null: there is nobody with this id. For administrators in a browser.",
    args: { user: t.arg.globalID({ for: UserType, required: true, description: "Whose, as `User.id`." }) },
    resolve: (_root, { user }, context) => {
      refuseTokens(context);
      return findPerson(context.db, user.id);
    },
  }),
}));
