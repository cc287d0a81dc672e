import DataLoader from "dataloader";
import type { ApiContext } from "../context.ts";

/**
 * Rows by the id of what they belong to: one statement for all the ids that are asked for together, in the order in which
 * the statement gives them. Read once a request, unless the request itself may add to them (`cache: false`).
 */
export const groupLoader = <Row>(
  load: (context: ApiContext, ids: readonly string[]) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
  { cache = true }: { cache?: boolean } = {},
): ((context: ApiContext, id: string) => Promise<Row[]>) => {
  const loaders = new WeakMap<ApiContext, DataLoader<string, Row[]>>();
  return (context, id) => {
    const loader =
      loaders.get(context) ??
      new DataLoader<string, Row[]>(
        async (ids) => {
          const rows = Map.groupBy(await load(context, ids), idOf);
          return ids.map((each) => rows.get(each) ?? []);
        },
        { cache },
      );
    loaders.set(context, loader);
    return loader.load(id);
  };
};
