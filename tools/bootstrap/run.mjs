// First thing that `npm start`, `npm test` and `npm run cli` run, on whatever Node the machine has: nothing is installed
// yet, so it is plain JavaScript without dependencies. It checks that Node, and leaves the rest to bootstrap.mjs.
const OLDEST_NODE = 20;

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
  console.error(
    `Due Regard needs Node ${OLDEST_NODE} or newer to start, and this is Node ${process.versions.node}.`,
  );
  process.exitCode = 1;
} else {
  const { bootstrap } = await import("./bootstrap.mjs");
  await bootstrap(process.argv[2], process.argv.slice(3));
}
