import type { DemoAssessment } from "./demo-assessment.ts";

/**
 * The papers of January 2020 name the change (20 flats for working-age adults with learning disabilities, most of whom live in care
 * homes) and hold no assessment of it. This one is made up.
 */
export const HOMES_OF_THEIR_OWN: DemoAssessment = {
  title: "Twenty flats in place of care homes (made up for the demonstration)",
  startedOn: "2023-02-06",
  completedOn: "2023-04-21",
  stage: "SCREENING",
  isPublished: false,
  answers: {
    "implementing-officer": { text: "Accommodation programme manager" },
    "policy-change": {
      text: "This assessment is made up. It shows what a screening without a full report looks like; nothing in it was decided by anybody.\n\nAn empty house of the council's becomes twenty flats with support on site. They are offered first to adults with learning disabilities who live in care homes and want a tenancy of their own. Nobody has to move.",
    },
    "related-policies": {
      text: "The department's strategy for 2020 to 2024: support that lets people live as independently as they can. The social care investment plan, which pays for the building.",
    },
    "target-groups": {
      text: "Adults of working age with learning disabilities, their families, and the staff of the homes that they leave. By November 2022, 84.7% of adults with learning disabilities whom the council supports lived in settled accommodation.",
    },
    "equality-aims.aim-1": {
      choice: "YES",
      text: "Tenants have a lease, and with it rights that residents of a care home don't have. Offers are made by need, on criteria that are published.",
    },
    "equality-aims.aim-2": {
      choice: "YES",
      text: "People choose with whom they live and who supports them, as other adults do.",
    },
    "equality-aims.aim-3": {
      choice: "YES",
      text: "The garden and the hall are open to the village, and neighbours were asked about both.",
    },
    "report-already-needed": { choice: "NO" },
    "target-groups-consulted.a": { choice: "YES" },
    "target-groups-consulted.b": { choice: "YES" },
    "target-groups-consulted.c": { choice: "YES" },
    "other-groups-explored": { choice: "YES" },
    "monitoring-systems.a": { choice: "NO" },
    "monitoring-systems.b": { choice: "YES" },
    "adverse-evidence.a": { choice: "NO" },
    "adverse-evidence.b": { choice: "NO" },
    "likely-impact": { choice: "POSITIVE" },
    "report-required": { choice: "NO" },
  },
  impacts: [
    {
      characteristic: "AGE",
      direction: "NEUTRAL",
      comments:
        "The flats are for adults of working age; older people go on being offered extra care housing.",
    },
    {
      characteristic: "DISABILITY",
      direction: "POSITIVE",
      comments:
        "A door of one's own, support that can be changed without moving, and six flats for people who use a wheelchair.",
    },
    {
      characteristic: "SEX",
      direction: "POSITIVE",
      comments: "Women asked for a floor of their own, and can have one.",
    },
    {
      characteristic: "OTHER_GROUPS",
      direction: "POSITIVE",
      comments: "Families can stay the night; two bus routes stop at the gate.",
    },
    {
      characteristic: "COMMUNITY_COHESION",
      direction: "POSITIVE",
      comments: "The hall brings the village and the tenants together.",
    },
  ],
  rights: [
    {
      part: "CONVENTION",
      article: 8,
      comments: "Home and family life: people who move get a tenancy, and nobody moves against their will.",
    },
  ],
  evidence: [
    { place: "target-groups", figure: { metric: "1G", period: "2022-04/2022-11" } },
    { place: "related-policies", element: { strategy: "delivering-wellbeing-2020-24", key: "meet" } },
  ],
  actions: [
    {
      objective: "We know for whom the flats work",
      action: "Ask tenants every quarter how they live, by age, sex and kind of disability",
      target: "Nine in ten tenants asked, and what they say is told to the group",
      officer: "Accommodation programme manager",
      fromQuestion: "monitoring-systems",
      due: { monthsFromNow: 1 },
      owner: "lead.officer@example.org",
      metric: "1G",
      progress: [],
    },
  ],
  recommendation: "It is complete, and the one thing that was missing has become an action with a date.",
  decisions: [{ text: "Wellbeing", keep: "It is part of the name of the strategy." }],
};
