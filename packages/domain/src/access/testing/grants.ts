import type { Capacity } from "../assessment-acts.ts";
import type { AssessmentSubject } from "../policy.ts";
import { type Role, SCOPES, type Viewer } from "../roles.ts";

/** Reads a table as it stands in a test: a line of column names, then lines of a name and a yes or - for each column. */
export const readGrants = (table: string): [row: string, column: string, granted: boolean][] => {
  const [head = [], ...lines] = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  return lines.flatMap(([row = "", ...cells]) => {
    if (cells.length !== head.length) throw new Error(`${row} has ${cells.length} cells, not ${head.length}`);
    return cells.map((cell, index): [string, string, boolean] => {
      if (cell !== "yes" && cell !== "-") throw new Error(`${row} has a cell “${cell}”`);
      return [row, head[index] ?? "", cell === "yes"];
    });
  });
};

/** A person with these roles in department "here", and every scope. */
export const sampleViewer = (roles: Role[], change: Partial<Viewer> = {}): Viewer => ({
  userId: "person",
  departmentId: "here",
  roles: roles.map((role) => ({ role, departmentId: "here" })),
  scopes: SCOPES,
  ...change,
});

/** An assessment of department "here" that somebody else writes. */
export const sampleSubject = (change: Partial<AssessmentSubject> = {}): AssessmentSubject => ({
  status: "DRAFT",
  departmentId: "here",
  leadId: "lead",
  contributorIds: ["contributor"],
  conflictedIds: ["lead", "contributor"],
  deputyId: null,
  ...change,
});

/** Somebody who is just this to {@link sampleSubject}, and nothing else. */
export const personWith = (capacity: Capacity): Viewer => {
  if (capacity === "LEAD") return sampleViewer([], { userId: "lead" });
  if (capacity === "CONTRIBUTOR") return sampleViewer([], { userId: "contributor" });
  return sampleViewer([capacity]);
};
