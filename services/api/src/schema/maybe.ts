/** What an argument of a query may be: given, empty, or left out. */
export type Maybe<Value> = Value | null | undefined;
