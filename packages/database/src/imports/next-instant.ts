import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "../connection.ts";

/** Now, to the millisecond as the API shows it, and later than all that is superseded: `superseded` selects their `recorded_at`. */
export const nextInstant = async (tx: Transaction, superseded: SQL): Promise<string> => {
  const [row] = await tx.execute<{ at: string }>(sql`
    select to_json(greatest(date_trunc('milliseconds', clock_timestamp()),
      date_trunc('milliseconds', max(s.recorded_at)) + interval '1 millisecond'))#>>'{}' as at
    from (${superseded}) s`);
  return new Date(row?.at ?? "").toISOString();
};
