import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Where the API listens while the client is developed on its own: `API_URL=http://localhost:4000 pnpm dev`. */
const api = process.env.API_URL ?? "http://localhost:4000";
const proxied = [
  "/graphql",
  "/auth",
  "/demo-issuer",
  "/downloads",
  "/imports",
  "/files",
  "/seal-keys.json",
  "/register",
  "/schema.graphql",
  "/healthz",
  "/readyz",
];

export default defineConfig({
  plugins: [react()],
  css: {
    // govuk-frontend carries hacks for old browsers that Lightning CSS refuses unless told to skip them.
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { quietDeps: true } },
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // No data: addresses, so that the content security policy can name our own origin only.
    assetsInlineLimit: 0,
    // The explorer's editor is one large chunk; it is loaded on its own page alone.
    chunkSizeWarningLimit: 4500,
    rolldownOptions: {
      input: { app: "index.html", explorer: "explorer.html" },
      // Directives of the React compiler that mean nothing to a bundle.
      onLog: (level, log, report) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
  },
  server: {
    port: Number(process.env.WEB_PORT ?? 5173),
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: api, changeOrigin: false }])),
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    css: false,
    // A stop for what hangs, as everywhere: axe over a whole page took over five seconds on a busy machine.
    testTimeout: 30_000,
  },
});
