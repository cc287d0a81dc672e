import { connectDatabase } from "../packages/database/src/connection.ts";
import { endPublished, insertPublished } from "../services/api/src/testing/publish.ts";
import { createTestKeys } from "../services/api/src/testing/seal-keys.ts";

// `node tools/fill-register.ts postgres://…`: made-up assessments in the public register of that database, for its journey and for
// whoever looks at its pages. Their seals are of a key that nobody keeps, so none of them verifies.

const TOPICS = ["Home care visits", "Bus fares", "Library hours", "Day centres", "Winter gritting"];
/** More than one page of them. */
const MANY = 24;

const [url] = process.argv.slice(2);
if (url === undefined) throw new Error("Name the database: node tools/fill-register.ts postgres://…");
const database = connectDatabase(url, { max: 1 });
const seals = createTestKeys();

const referenceOf = (number: number): string => `EHRIA-2001-${String(number).padStart(4, "0")}`;

/** A run that failed begins anew over the same database. */
const isFilled = async (): Promise<boolean> =>
  (
    await database.sql`select from published.entries where reference = ${referenceOf(3)} and state = 'WITHDRAWN'`
  ).length > 0;

const fill = async (): Promise<void> => {
  for (let number = 1; number <= MANY; number += 1)
    await insertPublished(database.db, seals, {
      reference: referenceOf(number),
      title: `${TOPICS[number % TOPICS.length]}, proposal ${number}`,
      says:
        number === 1
          ? "Older people would be visited at other times. Carers were asked in a survey in Oakhollow what that would mean."
          : "The change is to opening times.",
      characteristics: number % 2 === 0 ? ["SEX"] : ["AGE", "DISABILITY"],
      publishedAt: `200${1 + (number % 2)}-03-${String(number).padStart(2, "0")}T10:00:00Z`,
      ...(number % 3 === 0 ? { department: { slug: "transport", name: "Environment and Transport" } } : {}),
    });
  await insertPublished(database.db, seals, {
    reference: referenceOf(1),
    title: "Home care visits, proposal 1",
    edition: 2,
    says: "Older people would keep the times of their visits. Carers were asked in a survey in Oakhollow.",
    characteristics: ["AGE", "DISABILITY"],
    publishedAt: "2003-05-01T10:00:00Z",
  });
  const changedAt = "2003-06-01T10:00:00Z";
  const anew = { notice: "The proposal was made anew.", supersededBy: referenceOf(1), changedAt };
  await endPublished(database.db, referenceOf(2), { state: "SUPERSEDED", ...anew });
  const told = { notice: "A passage could have told who somebody is.", supersededBy: null, changedAt };
  await endPublished(database.db, referenceOf(3), { state: "WITHDRAWN", ...told });
};

try {
  if (!(await isFilled())) await fill();
} finally {
  await database.close();
}
