import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

// PostGraphile 5 over the same database, set up as its documents say, for production.

const { url, port } = JSON.parse(process.env.BENCH_POSTGRAPHILE ?? "{}") as { url: string; port: number };

const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset],
  // It would offer only what has an index of its own to filter and sort by; ours have several columns.
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  pgServices: [makePgService({ connectionString: url, schemas: ["public"], poolConfig: { max: 10 } })],
  grafserv: { port, graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: { explain: false },
};

const server = createServer();
const serv = postgraphile(preset).createServ(grafserv);
await serv.addTo(server);
server.listen(port, "127.0.0.1");
