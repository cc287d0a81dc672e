import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
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

/** Beside each script and stylesheet, what the server sends to browsers that take it: a fourth of the bytes. */
const compressAssets = (): Plugin => ({
  name: "compress-assets",
  apply: "build",
  writeBundle: async ({ dir = "dist" }, bundle) => {
    const texts = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name));
    await Promise.all(
      texts.map(async (name) => {
        const path = join(dir, name);
        const text = await readFile(path);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        await writeFile(`${path}.br`, await promisify(brotliCompress)(text, { params }));
        await writeFile(`${path}.gz`, await promisify(gzip)(text, { level: 9 }));
      }),
    );
  },
});

export default defineConfig({
  plugins: [react(), compressAssets()],
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
