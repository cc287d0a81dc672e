import { RESERVED_SECTION_KEYS } from "@due-regard/domain/ehria/form/reserved-keys";
import { expect, it } from "vitest";
import { assessmentRoutes } from "./routes.tsx";

it("keeps every address beside the sections out of the keys that a section may have", () => {
  const routes = assessmentRoutes(() => Promise.reject(new Error("Nothing is asked")));
  const own = routes
    .filter(({ path }) => path === "assessments/:reference")
    .flatMap(({ children = [] }) => children)
    .flatMap(({ path }) => path?.split("/")[0] ?? [])
    .filter((first) => !first.startsWith(":"));
  expect(own.length).toBeGreaterThan(10);
  expect([...new Set(own)].filter((first) => !RESERVED_SECTION_KEYS.includes(first))).toEqual([]);
});
