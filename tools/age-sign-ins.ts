import { connectDatabase } from "../packages/database/src/connection.ts";

// `node tools/age-sign-ins.ts postgres://… lead.officer@example.org`: everybody who is signed in as that person signed in six minutes
// ago, longer than a signature allows. For the journey that signs afresh: nobody waits that long for a test.

const SIX_MINUTES = "6 minutes";

const [url, email] = process.argv.slice(2);
if (url === undefined || email === undefined)
  throw new Error(
    "Name the database and the person: node tools/age-sign-ins.ts postgres://… lead.officer@example.org",
  );
const database = connectDatabase(url, { max: 1 });
try {
  const aged = await database.sql`
    update sessions set authenticated_at = now() - ${SIX_MINUTES}::interval
    where user_id = (select id from users where email = ${email}) returning 1`;
  if (aged.length === 0) throw new Error(`Nobody is signed in as ${email}`);
} finally {
  await database.close();
}
