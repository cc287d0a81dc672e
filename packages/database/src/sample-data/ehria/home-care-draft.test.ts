import { checkAssessment } from "@due-regard/domain/ehria/checker/check-assessment";
import { findFormProblems } from "@due-regard/domain/ehria/form/completeness";
import { readDetails } from "@due-regard/domain/ehria/form/read-details";
import { decideScreening } from "@due-regard/domain/ehria/form/screening-decision";
import { listSections } from "@due-regard/domain/ehria/form/sections";
import { countingContent, readForm } from "@due-regard/domain/ehria/form/visibility";
import { shippedReferenceData } from "@due-regard/domain/ehria/reference-data";
import { describe, expect, test } from "vitest";
import { readCountyTemplate, readHomeCareDraft } from "./read-forms.ts";

const template = await readCountyTemplate();
const draft = await readHomeCareDraft(template);
const reading = readForm(template, draft.content);
const TODAY = "2020-01-20";

const findings = checkAssessment({
  template,
  content: draft.content,
  copied: [],
  references: shippedReferenceData(TODAY),
  people: { chairs: ["chair"], everWrote: ["lead"] },
  today: TODAY,
});

describe("the home care draft of the papers", () => {
  test("keeps its key details, without names and numbers", () => {
    expect(readDetails(reading)).toEqual({
      title:
        "Remodelling and re-procurement of the countywide integrated home care service from November 2020",
      department:
        "Adults and Communities, buying also for the West and the East Leicestershire and Rutland Clinical Commissioning Groups",
      leadOfficer: "Lead Commissioner – Domiciliary Care",
      telephone: null,
      implementingOfficer: "Lead Commissioner – Domiciliary Care",
      startedOn: "2019-11-15",
      completedOn: null,
      isCompletedToBeConfirmed: true,
    });
    expect(draft).toMatchObject({
      status: "DRAFT",
      department: "Adults and Communities",
      source: { paper: "county-performance-2020-01" },
    });
  });

  test("keeps what is ticked, and what can't be told", () => {
    const characteristics = draft.content.characteristicImpacts.map(({ characteristic, affected }) => [
      characteristic,
      affected,
    ]);
    expect(Object.fromEntries(characteristics)).toEqual({
      AGE: true,
      DISABILITY: null,
      GENDER_REASSIGNMENT: false,
      MARRIAGE_AND_CIVIL_PARTNERSHIP: false,
      PREGNANCY_AND_MATERNITY: true,
      RACE: true,
      RELIGION_OR_BELIEF: null,
      SEX: null,
      SEXUAL_ORIENTATION: null,
      OTHER_GROUPS: null,
      COMMUNITY_COHESION: null,
    });
    const engaged = draft.content.rightImpacts.filter(({ affected }) => affected === true);
    expect(engaged.map(({ part, article }) => `${part} ${article}`)).toEqual([
      "CONVENTION 3",
      "CONVENTION 5",
      "CONVENTION 8",
      "CONVENTION 14",
      "FIRST_PROTOCOL 1",
    ]);
    expect(
      draft.content.rightImpacts
        .filter(({ affected }) => affected === null)
        .map(({ part, article }) => `${part} ${article}`),
    ).toEqual(["FIRST_PROTOCOL 3"]);
  });

  test("every cell that can't be told has its doubt", () => {
    const doubted = new Set(draft.doubts.map(({ question, part }) => `${question}.${part ?? ""}`));
    for (const { affected, characteristic } of draft.content.characteristicImpacts) {
      if (affected === null) expect(doubted).toContain(`potential-impact.${characteristic}`);
    }
    for (const cell of [
      "target-groups-consulted.a",
      "representatives-consulted.",
      "other-groups-explored.",
      "monitoring-systems.b",
      "adverse-evidence.b",
      "potential-rights.FIRST_PROTOCOL-3",
      "likely-impact.",
      "report-required.",
    ]) {
      expect(doubted).toContain(cell);
    }
    expect(draft.doubts).toHaveLength(31);
  });

  test("decided on a neutral impact and no report", () => {
    expect(decideScreening(reading)).toEqual({
      likelyImpact: "NEUTRAL",
      reportRequired: false,
      requiredBy: "The lead officer decided that no report is needed.",
    });
  });

  test("stands in the task list with section 1 complete and the screening in progress", () => {
    expect(
      listSections(reading).map(({ key, status, answered, total }) => [key, status, answered, total]),
    ).toEqual([
      ["details", "IN_PROGRESS", 5, 6],
      ["defining-the-policy", "COMPLETE", 4, 4],
      ["screening", "IN_PROGRESS", 2, 8],
      ["report", "NOT_REQUIRED", 0, 0],
      ["improvement-plan", "CANNOT_START_YET", 0, 0],
      ["sign-off", "CANNOT_START_YET", 0, 2],
    ]);
  });

  test("can't be submitted as it is", () => {
    expect(findFormProblems(reading).map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      "completed-to-be-confirmed date-completed",
      "required-part-unanswered target-groups-consulted.a",
      "required-part-unanswered target-groups-consulted.b",
      "required-part-unanswered target-groups-consulted.c",
      "required-part-unanswered other-groups-explored",
      "required-part-unanswered monitoring-systems.a",
      "required-part-unanswered monitoring-systems.b",
      "affected-without-direction potential-impact.AGE",
      "required-part-unanswered potential-impact.DISABILITY",
      "affected-without-direction potential-impact.PREGNANCY_AND_MATERNITY",
      "affected-without-direction potential-impact.RACE",
      "required-part-unanswered potential-impact.RELIGION_OR_BELIEF",
      "required-part-unanswered potential-impact.SEX",
      "required-part-unanswered potential-impact.SEXUAL_ORIENTATION",
      "required-part-unanswered potential-impact.OTHER_GROUPS",
      "required-part-unanswered potential-impact.COMMUNITY_COHESION",
      "required-part-unanswered potential-rights.FIRST_PROTOCOL-3",
      "required-part-unanswered adverse-evidence.b",
    ]);
    expect(findings.filter(({ weight }) => weight === "BLOCKS")).toHaveLength(18);
  });

  test("nothing that it answers is hidden", () => {
    expect(countingContent(reading).answers).toHaveLength(draft.content.answers.length);
  });
});

describe("what the checker finds in it", () => {
  const advice = findings.filter(({ weight }) => weight !== "BLOCKS");

  test("is this, besides what is missing", () => {
    expect(advice.map(({ weight, rule, path }) => `${weight} ${rule} ${path}`)).toEqual([
      "WARNS qualified-right-without-justification potential-rights.CONVENTION-8",
      "WARNS qualified-right-without-justification potential-rights.FIRST_PROTOCOL-1",
      "WARNS contradictory-age-limits policy-change",
      "WARNS repeated-paragraph potential-impact.AGE",
      "SUGGESTS repeated-paragraph potential-impact.GENDER_REASSIGNMENT",
      "SUGGESTS repeated-paragraph potential-impact.RACE",
      "SUGGESTS no-with-effect-described potential-impact.GENDER_REASSIGNMENT",
      "SUGGESTS no-with-effect-described potential-rights.CONVENTION-9",
    ]);
  });

  test('"over 18" beside "aged 19 and over"', () => {
    const found = advice.find(({ rule }) => rule === "contradictory-age-limits");
    expect(found?.message).toBe(
      'Age limits differ: "over the age of 18" in question 1, but "aged 19 and over" in question 3 and "aged 19 or over" in question 10 (Age). Somebody may be left out by accident.',
    );
    expect(found?.otherPlaces.map(({ question, part }) => [question, part])).toEqual([
      ["target-groups", null],
      ["potential-impact", "AGE"],
    ]);
  });

  test("the same paragraph under five characteristics", () => {
    const found = advice.find(({ rule }) => rule === "repeated-paragraph");
    expect([found?.place, ...(found?.otherPlaces ?? [])].map((place) => place?.part)).toEqual([
      "AGE",
      "DISABILITY",
      "GENDER_REASSIGNMENT",
      "PREGNANCY_AND_MATERNITY",
      "RACE",
    ]);
  });
});
