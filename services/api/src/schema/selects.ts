import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from "graphql";

/** Whether a field of one of these names is asked for anywhere beneath: read models leave out what nobody wants. */
export const selects = (info: GraphQLResolveInfo, ...names: readonly string[]): boolean => {
  const seen = new Set<string>();
  const inSet = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((node) => {
      if (node.kind === Kind.FIELD) return names.includes(node.name.value) || inSet(node.selectionSet);
      if (node.kind === Kind.INLINE_FRAGMENT) return inSet(node.selectionSet);
      const fragment = node.name.value;
      if (seen.has(fragment)) return false;
      seen.add(fragment);
      return inSet(info.fragments[fragment]?.selectionSet);
    }) ?? false;
  return info.fieldNodes.some((node) => inSet(node.selectionSet));
};
