/** An element as the API lists it: flat, each knowing its parent. */
export interface FlatElement {
  id: string;
  parent: { id: string } | null;
}

export type Branch<Element extends FlatElement> = { element: Element; branches: Branch<Element>[] };

/** Puts a flat list in the shape of its tree, keeping the order. An element whose parent isn't listed stands at the top. */
export const growTree = <Element extends FlatElement>(elements: readonly Element[]): Branch<Element>[] => {
  const known = new Set(elements.map((element) => element.id));
  const under = (parent: string | null): Branch<Element>[] =>
    elements
      .filter(
        (element) => (element.parent && known.has(element.parent.id) ? element.parent.id : null) === parent,
      )
      .map((element) => ({ element, branches: under(element.id) }));
  return under(null);
};
