import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

type Fragments = Readonly<Record<string, FragmentDefinitionNode | undefined>>;

const selectsIn = (nodes: readonly FieldNode[], fragments: Fragments, names: readonly string[]): boolean => {
  const seen = new Set<string>();
  const inSet = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((node) => {
      if (node.kind === Kind.FIELD) return names.includes(node.name.value) || inSet(node.selectionSet);
      if (node.kind === Kind.INLINE_FRAGMENT) return inSet(node.selectionSet);
      const fragment = node.name.value;
      if (seen.has(fragment)) return false;
      seen.add(fragment);
      return inSet(fragments[fragment]?.selectionSet);
    }) ?? false;
  return nodes.some((node) => inSet(node.selectionSet));
};

/** Whether a field of one of these names is asked for anywhere beneath: read models leave out what nobody wants. */
export const selects = (info: GraphQLResolveInfo, ...names: readonly string[]): boolean =>
  selectsIn(info.fieldNodes, info.fragments, names);

export interface SelectedField {
  name: string;
  args: Record<string, unknown>;
  /** As {@link selects}, beneath this field. */
  wants: (...names: readonly string[]) => boolean;
}

/** The fields asked for directly beneath this one, with their arguments: what the executor will resolve next. */
export const selectedFields = (info: GraphQLResolveInfo): SelectedField[] => {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return [];
  const byKey = Map.groupBy(
    info.fieldNodes.flatMap((node) => fieldsOf(node.selectionSet, info)),
    (node) => (node.alias ?? node.name).value,
  );
  return [...byKey.values()].flatMap((nodes) => {
    const [node] = nodes;
    const field = node && type.getFields()[node.name.value];
    return field ? [selectedField(field, nodes, info)] : [];
  });
};

const selectedField = (
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  { fragments, variableValues }: GraphQLResolveInfo,
): SelectedField => ({
  name: field.name,
  args: nodes[0] ? getArgumentValues(field, nodes[0], variableValues) : {},
  wants: (...names) => selectsIn(nodes, fragments, names),
});

const fieldsOf = (set: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] =>
  (set?.selections ?? [])
    .filter((node) => isIncluded(node, info))
    .flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : info.fragments[node.name.value];
      return fieldsOf(fragment?.selectionSet, info);
    });

const isIncluded = (node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false;
