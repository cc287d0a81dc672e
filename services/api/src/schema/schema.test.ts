import { readFile } from "node:fs/promises";
import { NODE_ACTS, SCHEMA_POLICY } from "@due-regard/domain/access/schema-policy";
import { GraphQLEnumType, isInputObjectType, isInterfaceType, isObjectType, isUnionType } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../schema.ts";
import { printApiSchema } from "./print-schema.ts";

const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith("__"));
const withFields = types.filter((type) => isObjectType(type) || isInterfaceType(type));

describe("schema.graphql", () => {
  it("is what the code says: run pnpm schema:write after a change", async () => {
    const checkedIn = await readFile(new URL("../../../../schema.graphql", import.meta.url), "utf8");
    expect(checkedIn).toBe(printApiSchema());
  });

  it("describes every element", () => {
    const missing = types.flatMap((type) => {
      const elements: [string, string | null | undefined][] = [[type.name, type.description]];
      if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) {
          elements.push([`${type.name}.${field.name}`, field.description]);
          if (!("args" in field)) continue;
          for (const argument of field.args) {
            elements.push([`${type.name}.${field.name}(${argument.name})`, argument.description]);
          }
        }
      }
      if (type instanceof GraphQLEnumType) {
        for (const value of type.getValues())
          elements.push([`${type.name}.${value.name}`, value.description]);
      }
      return elements.filter(([, description]) => !description).map(([name]) => name);
    });
    const builtIn = ["Boolean", "Float", "ID", "Int", "String"];
    expect(missing.filter((name) => !builtIn.includes(name))).toEqual([]);
  });
});

describe("the policy table", () => {
  const listed = Object.entries(SCHEMA_POLICY).flatMap(([type, groups]) =>
    Object.values(groups).flatMap((fields) => fields.split(" ").map((field) => `${type}.${field}`)),
  );

  it("lists every field of the schema once, and nothing that is not there", () => {
    const fields = withFields.flatMap((type) =>
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
    );
    expect(new Set(listed).size).toBe(listed.length);
    expect([...listed].sort()).toEqual(fields.sort());
  });

  it("names an act for every type with a global id", () => {
    const node = schema.getType("Node");
    const nodes = withFields.filter((type) => isInterfaceType(node) && type.getInterfaces().includes(node));
    expect(Object.keys(NODE_ACTS).sort()).toEqual(nodes.map((type) => type.name).sort());
  });

  it("lets no field of the roots be inherited", () => {
    for (const root of ["Query", "Mutation", "Subscription"])
      expect(SCHEMA_POLICY[root]).not.toHaveProperty("inherit");
  });
});

describe("mutations", () => {
  it("each answer with a union of a success and the four failures", () => {
    const failures = ["Conflict", "NotAllowed", "NotFound", "ValidationError"];
    const results = Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, type }) => {
      const union = "ofType" in type ? type.ofType : type;
      const members = isUnionType(union) ? union.getTypes().map((member) => member.name) : [];
      return [name, members.filter((member) => failures.includes(member)), members.length];
    });
    expect(results).toEqual(results.map(([name]) => [name, failures, failures.length + 1]));
    expect(results.length).toBe(61);
  });
});
