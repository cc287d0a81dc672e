import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { schema } from "../schema.ts";

/** Nouns of other parts of the API: their own name is enough, what they say is no secret of an assessment. */
const NEIGHBOURS = new Set([
  "DeliveryAction",
  "Department",
  "FormTemplate",
  "Metric",
  "Observation",
  "Source",
  "StrategyElement",
  "User",
]);

const fieldsOf = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));

/**
 * Every field of a type and of what hangs below it, as a selection: made from the schema, so that a field added later is
 * asked for as well. A type within itself shows only its plain fields.
 */
export const selectEverything = (typename: string): string => {
  const type = schema.getType(typename);
  if (!isObjectType(type)) throw new Error(`${typename} is no object type`);
  return select(type, []);
};

const select = (type: GraphQLObjectType, above: string[]): string => {
  const isShallow = above.includes(type.name) || (above.length > 0 && NEIGHBOURS.has(type.name));
  const selections = fieldsOf(type).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    if (isShallow || !isObjectType(inner)) return [];
    return [`${field.name} ${select(inner, [...above, type.name])}`];
  });
  return `{ ${selections.join(" ")} }`;
};

/** "Type.field" of every place in the schema whose answer may hold one of these types: the doors to be guarded. */
export const doorsTo = (typenames: readonly string[]): string[] => {
  const wanted = new Set(typenames);
  return Object.values(schema.getTypeMap())
    .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith("__"))
    .flatMap((type) =>
      Object.values((type as GraphQLObjectType).getFields())
        .filter((field) => wanted.has(getNamedType(field.type).name))
        .map((field) => `${type.name}.${field.name}`),
    )
    .sort();
};
