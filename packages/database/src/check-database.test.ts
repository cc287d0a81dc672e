import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDatabase } from "./check-database.ts";
import { createTestDatabase, type TestDatabase } from "./test-support/test-database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

const changed = (change: (url: URL) => void): string => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

describe("checkDatabase", () => {
  it("says nothing about a database that is there and new enough", async () => {
    await expect(checkDatabase(database.url)).resolves.toBeUndefined();
  });

  it.each([
    [
      "nothing listens",
      (url: URL) => {
        url.port = "1";
      },
      "nothing listens there",
    ],
    [
      "the password is wrong",
      (url: URL) => {
        url.password = "hunter2";
      },
      "it did not accept the user and password",
    ],
    [
      "the database is missing",
      (url: URL) => {
        url.pathname = "/nowhere";
      },
      "there is no database of that name",
    ],
  ])("says in one sentence, without the password, that %s", async (_case, change, reason) => {
    const url = changed(change);
    const { port, pathname, password } = new URL(url);
    const failure = await checkDatabase(url).catch((error: Error) => error);
    expect(failure).toMatchObject({
      name: "StartFailure",
      message: `The database at 127.0.0.1:${port}${pathname} can't be reached: ${reason}.`,
    });
    expect(String(failure)).not.toContain(password);
  });
});
