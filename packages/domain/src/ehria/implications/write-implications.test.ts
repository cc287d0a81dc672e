import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImpactRow } from "../cumulative/counting-impact.ts";
import { ASSESSMENT_STATUSES, IMPACT_DIRECTIONS, PROTECTED_CHARACTERISTICS } from "../vocabulary.ts";
import type { AssessedChange } from "./assessed-change.ts";
import { implicationsText, writeImplications } from "./write-implications.ts";

const row = (
  characteristic: ImpactRow["characteristic"],
  affected: boolean,
  direction: ImpactRow["direction"] = null,
): ImpactRow => ({ characteristic, stage: "SCREENING", affected, direction });

const everyRow = (direction: ImpactRow["direction"]): ImpactRow[] =>
  PROTECTED_CHARACTERISTICS.map((each) => row(each, direction !== null, direction));

const change = (more: Partial<AssessedChange> = {}): AssessedChange => ({
  reference: "EHRIA-2026-0001",
  title: "Closing a day centre",
  revision: 2,
  status: "SIGNED_OFF",
  submittedOn: "2026-02-10",
  signedOffOn: "2026-02-20",
  contentHash: "ab12",
  report: null,
  impacts: [],
  rights: [],
  actions: { all: 0, open: 0, nextDue: null },
  reviewDueOn: null,
  supersededBy: null,
  address: null,
  ...more,
});

const about = (more: Partial<AssessedChange>): string =>
  writeImplications([change(more)]).parts[1]?.paragraphs.join(" ") ?? "";

describe("what is said of one assessment", () => {
  it("says whole what a report with harms says", () => {
    const { parts, references } = writeImplications([
      change({
        report: "report",
        impacts: [
          ...everyRow("NEUTRAL").filter(
            ({ characteristic }) => !["AGE", "DISABILITY"].includes(characteristic),
          ),
          row("DISABILITY", true, "NEGATIVE"),
          row("AGE", true, "MIXED"),
        ],
        rights: ["Article 8 (Respect for private and family life, home and correspondence)"],
        actions: { all: 2, open: 1, nextDue: "2026-12-30" },
        reviewDueOn: "2027-02-20",
        address: "https://council.example/register/EHRIA-2026-0001",
      }),
    ]);
    expect(parts[0]?.paragraphs[1]).toBe(
      "One signed equality and human rights impact assessment informs this report.",
    );
    expect(parts[1]).toEqual({
      heading: "Closing a day centre (EHRIA-2026-0001)",
      paragraphs: [
        "“Closing a day centre” (EHRIA-2026-0001) was assessed in a report. The lead officer signed it on 10 February 2026, and the chair of the departmental equalities group signed it off on 20 February 2026.",
        "It finds that disabled people are affected negatively; that people of particular ages are affected both positively and negatively; that transgender people, people who are married or in a civil partnership, people who are pregnant or have young babies, people of particular ethnic groups, people of particular religions or beliefs, women or men in particular, people of particular sexual orientations, other groups and relations between communities are affected neither positively nor negatively.",
        "It says that this Convention right is engaged: Article 8 (Respect for private and family life, home and correspondence). Its improvement plan has 2 actions, 1 of them still open, the first due by 30 December 2026. Its review is set for 20 February 2027.",
      ],
    });
    expect(references).toEqual([
      {
        reference: "EHRIA-2026-0001",
        title: "Closing a day centre",
        details: [
          "Revision 2, as signed. Fingerprint (SHA-256): ab12",
          "Published at https://council.example/register/EHRIA-2026-0001",
        ],
      },
    ]);
  });

  it.each<[string, Partial<AssessedChange>, string]>([
    [
      "nobody affected",
      { impacts: everyRow(null) },
      "none of the groups that it looks at is affected. It identifies no negative impact.",
    ],
    ["nothing answered", {}, "It does not say which groups are affected."],
    [
      "only gains",
      { impacts: everyRow("POSITIVE") },
      "are affected positively. It identifies no negative impact.",
    ],
    [
      "direction open",
      { impacts: [...everyRow("POSITIVE").slice(1), row("AGE", true)] },
      "It identifies no negative impact, and leaves open which way some are affected.",
    ],
    [
      "some silent",
      { impacts: [...everyRow("POSITIVE").slice(1)] },
      "It gives no answer about people of particular ages.",
    ],
    [
      "rights",
      { rights: ["Article 2 (a)", "Article 8 (b)"] },
      "these Convention rights are engaged: Article 2 (a) and Article 8 (b).",
    ],
    ["no rights", {}, "It names no Convention right as engaged."],
    ["no action", {}, "It plans no action."],
    [
      "one action, open, no date",
      { actions: { all: 1, open: 1, nextDue: null } },
      "Its improvement plan has 1 action, still open.",
    ],
    [
      "one action, done",
      { actions: { all: 1, open: 0, nextDue: null } },
      "1 action, which is done or closed.",
    ],
    [
      "all open",
      { actions: { all: 3, open: 3, nextDue: "2026-05-01" } },
      "3 actions, all of them still open, the first due by 1 May 2026.",
    ],
    ["all done", { actions: { all: 3, open: 0, nextDue: null } }, "3 actions, all of them done or closed."],
    [
      "review due",
      { status: "REVIEW_DUE" },
      "It is due for review: its evidence or its findings may have changed",
    ],
    [
      "superseded",
      { status: "SUPERSEDED", supersededBy: "EHRIA-2026-0009" },
      "A later assessment, EHRIA-2026-0009, has taken its place.",
    ],
    [
      "superseded by what may not be named",
      { status: "SUPERSEDED" },
      "A later assessment has taken its place.",
    ],
    [
      "withdrawn",
      { status: "WITHDRAWN", reviewDueOn: "2027-01-01" },
      "It has been withdrawn since it was signed, and its findings no longer stand.",
    ],
  ])("%s", (_what, more, words) => {
    expect(about(more)).toContain(words);
  });

  it("says of what isn't published that it isn't, and sets no review for what is over", () => {
    expect(writeImplications([change()]).references[0]?.details[1]).toBe(
      "Not published in the public register.",
    );
    expect(about({ status: "WITHDRAWN", reviewDueOn: "2027-01-01" })).not.toContain("Its review is set");
  });
});

describe("what is said of none or many", () => {
  it("says that none is named", () => {
    const text = implicationsText(writeImplications([]));
    expect(text).toContain("No signed equality and human rights impact assessment is named for this report.");
    expect(text).not.toContain("What follows");
  });

  it("adds up those that stand, and says which do not", () => {
    const harmed = [row("DISABILITY", true, "NEGATIVE")];
    const { parts } = writeImplications([
      change({ reference: "A", impacts: harmed }),
      change({ reference: "B", impacts: [row("DISABILITY", true, "POSITIVE")] }),
      change({ reference: "C", impacts: harmed, status: "WITHDRAWN" }),
    ]);
    expect(parts[0]?.paragraphs[1]).toBe(
      "3 signed equality and human rights impact assessments inform this report. 1 of them no longer stands and is left out of this count. Taken together: 1 of 2 assessments says that disabled people are affected negatively.",
    );
    expect(parts.length).toBe(1 + 3 + 1);
  });

  it("says of each once what it says, and tells of no harm that none tells of", () => {
    const anyChange = fc.record({
      status: fc.constantFrom(...ASSESSMENT_STATUSES),
      impacts: fc.uniqueArray(
        fc.record({
          characteristic: fc.constantFrom(...PROTECTED_CHARACTERISTICS),
          stage: fc.constantFrom("SCREENING" as const, "REPORT" as const),
          affected: fc.option(fc.boolean()),
          direction: fc.option(fc.constantFrom(...IMPACT_DIRECTIONS)),
        }),
        { selector: ({ stage, characteristic }) => `${stage} ${characteristic}` },
      ),
    });
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 5 }), (some) => {
        const changes = some.map((more, index) => change({ ...more, reference: `EHRIA-${index}` }));
        const { parts, references } = writeImplications(changes);
        expect(references.length).toBe(changes.length);
        for (const [index, { impacts }] of changes.entries()) {
          const text = parts[index + 1]?.paragraphs.join(" ") ?? "";
          const mayBeHarm = impacts.some(
            ({ affected, direction }) => affected && ["NEGATIVE", "MIXED"].includes(direction ?? ""),
          );
          if (!mayBeHarm) expect(text).not.toMatch(/affected (both positively and )?negatively/);
          expect(text).not.toContain("undefined");
        }
      }),
    );
  });
});
