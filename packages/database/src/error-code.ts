/** The code of what Postgres refused (`23505`), however it is wrapped. Null: it was no error of Postgres. */
export const errorCode = (error: unknown): unknown => {
  if (!(error instanceof Error)) return null;
  return "code" in error ? error.code : errorCode(error.cause);
};
