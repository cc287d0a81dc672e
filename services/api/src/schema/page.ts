import { resolveOffsetConnection } from "@pothos/plugin-relay";
import { GraphQLError } from "graphql";

/** Rows that one page of a connection may hold, and how many come when nobody says. */
export const MAXIMUM_PAGE = 200;
const DEFAULT_PAGE = 50;

/** Relay's four arguments, as every connection takes them. */
export interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

interface PageSource<Row> {
  rows: (limit: number, offset: number) => Promise<Row[]>;
  /** Asked only when `totalCount` is selected. */
  count: () => Promise<number>;
}

const checkPageArguments = ({ first, last, after, before }: PageArguments): void => {
  const tooMany = [first, last].some((size) => size != null && (size < 0 || size > MAXIMUM_PAGE));
  const unclear =
    (first != null && last != null) || (last != null && after != null) || (after != null && before != null);
  const unreadable = [after, before].some(
    (cursor) => cursor != null && !/^OffsetConnection:\d{1,9}$/.test(decode(cursor)),
  );
  if (tooMany) refuse(`A page holds from 0 to ${MAXIMUM_PAGE} rows.`);
  if (unclear) refuse("Ask for `first` with `after`, or for `last` with `before`.");
  if (unreadable) refuse("That cursor was not given by this connection.");
};

const decode = (cursor: string): string => Buffer.from(cursor, "base64").toString("utf8");

const refuse = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
};

/** `last` without `before` asks for the end of the list, and only its length tells where that is. */
const endOf = async (
  { last, before }: PageArguments,
  { count }: Pick<PageSource<unknown>, "count">,
): Promise<{ totalCount?: number }> => (last == null || before != null ? {} : { totalCount: await count() });

/** One page of a connection, by Relay's arguments. A page without rows has no cursors. */
export const pageOf = async <Row extends NonNullable<unknown>>(
  args: PageArguments,
  source: PageSource<Row>,
) => {
  checkPageArguments(args);
  const { edges, pageInfo } = await resolveOffsetConnection(
    { args, ...(await endOf(args, source)), defaultSize: DEFAULT_PAGE, maxSize: MAXIMUM_PAGE },
    ({ limit, offset }) => source.rows(limit, offset),
  );
  const cursors = edges.length === 0 ? { startCursor: null, endCursor: null } : {};
  return { edges, pageInfo: { ...pageInfo, ...cursors }, totalCount: source.count };
};

/** As {@link pageOf}, over rows that are already here. */
export const pageOfList = <Row extends NonNullable<unknown>>(args: PageArguments, list: readonly Row[]) =>
  pageOf(args, {
    rows: async (limit, offset) => list.slice(offset, offset + limit),
    count: async () => list.length,
  });
