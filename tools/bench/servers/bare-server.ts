import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { connectDatabase } from "../../../packages/database/src/connection.ts";

// The least that a server can do: each path is one prepared statement that makes the whole answer as JSON text, sent as it
// comes. Statements and port are handed over by the bench; what is posted stands in for the parameters.

interface Statement {
  text: string;
  parameters: (string | string[])[];
}

const { url, port, statements } = JSON.parse(process.env.BENCH_BARE ?? "{}") as {
  url: string;
  port: number;
  statements: Record<string, Statement>;
};
const { sql } = connectDatabase(url, { max: 10 });

createServer((request, response) => {
  const statement = statements[(request.url ?? "/").slice(1)];
  if (statement === undefined) {
    response.writeHead(404).end();
    return;
  }
  text(request)
    .then((body) => (body === "" ? statement.parameters : JSON.parse(body)))
    .then((parameters) => sql.unsafe<{ json: string }[]>(statement.text, parameters, { prepare: true }))
    .then(([row]) => response.writeHead(200, { "content-type": "application/json" }).end(row?.json))
    .catch((error: Error) => response.writeHead(500).end(error.message));
}).listen(port, "127.0.0.1");
