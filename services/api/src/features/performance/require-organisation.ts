import type { Executor } from "@due-regard/database/connection";
import { organisations } from "@due-regard/database/schema/organisations";
import { eq } from "drizzle-orm";
import { GraphQLError } from "graphql";

/** The organisation of an ONS code; an unknown code is the client's error, in words. */
export const requireOrganisation = async (db: Executor, code: string) => {
  const [organisation] = await db.select().from(organisations).where(eq(organisations.code, code));
  if (organisation === undefined) {
    throw new GraphQLError(
      `No organisation has the code “${code}”. Ask \`organisations\` for those that are known.`,
      {
        extensions: { code: "BAD_USER_INPUT" },
      },
    );
  }
  return organisation;
};
