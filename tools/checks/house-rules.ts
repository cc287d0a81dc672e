import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const LONGEST_FILE = 300;
const CODE = /\.(ts|tsx|mjs|scss)$/;
/** Written by programs: nobody reads them line by line. */
const GENERATED = /(graphql-(env|cache)\.d\.ts|snapshot\.json)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DEPENDENCY_FIELDS = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
] as const;

export interface SourceFile {
  /** From the top of the checkout. */
  path: string;
  text: string;
}

/** Every file that git knows or would take: what is ignored is nobody's source. */
export function listSources(root: string): SourceFile[] {
  const output = execFileSync(
    "git",
    ["-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard"],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const paths = output.split("\n").filter((path) => path !== "" && existsSync(join(root, path)));
  return [...new Set(paths)]
    .filter((path) => CODE.test(path) || basename(path) === "package.json")
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

type HouseRule = (file: SourceFile) => string[];

/** What a linter can't say, or says of one language only. Each answers with its complaints about one file. */
export const HOUSE_RULES: Record<string, HouseRule> = {
  "no file is long": ({ path, text }) => {
    const lines = text.split("\n").length - 1;
    return isCode(path) && lines > LONGEST_FILE ? [`has ${lines} lines, more than ${LONGEST_FILE}`] : [];
  },
  "names are in kebab-case": ({ path }) => {
    const stem = basename(path).split(".")[0]?.replace(/^_/, "") ?? "";
    return isCode(path) && !KEBAB.test(stem) ? ["is not named in kebab-case"] : [];
  },
  "there are no barrel files": ({ path, text }) => {
    if (!isCode(path) || path.endsWith(".scss")) return [];
    const isIndex = /^index\.[a-z]+$/.test(basename(path));
    const passesOn = /^export\s+(type\s+)?(\*|\{[^}]*\})\s*(as\s+\w+\s*)?from\s/m.test(text);
    return [
      ...(isIndex ? ["is an index file"] : []),
      ...(passesOn ? ["exports what another file owns"] : []),
    ];
  },
  "versions come from the catalog": ({ path, text }) => {
    if (basename(path) !== "package.json") return [];
    const fields = JSON.parse(text) as Record<string, Record<string, string> | undefined>;
    const versions = DEPENDENCY_FIELDS.flatMap((field) => Object.entries(fields[field] ?? {}));
    return versions
      .filter(([, version]) => !/^(catalog|workspace):/.test(version))
      .map(([name, version]) => `pins ${name} at ${version} by itself`);
  },
};

const isCode = (path: string): boolean => CODE.test(path) && !GENERATED.test(path);
