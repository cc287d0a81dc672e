import type { DemoAssessment } from "./demo-assessment.ts";

/**
 * The papers of January 2020 name the change (self-access hours watched by camera from County Hall, and a service with fewer staff)
 * and say that an assessment must follow; they hold none. This one is made up.
 */
export const SELF_ACCESS_LIBRARIES: DemoAssessment = {
  title: "Self-access hours in county libraries (made up for the demonstration)",
  startedOn: "2023-01-09",
  completedOn: "2023-03-17",
  stage: "REPORT",
  isPublished: true,
  answers: {
    "implementing-officer": { text: "Libraries and heritage manager" },
    "policy-change": {
      text: "This assessment is made up. It shows what a finished one looks like; nothing in it was decided by anybody.\n\nMembers can let themselves into a library with their card when nobody works there. Cameras are watched from County Hall, and a voice can be raised from there. The proposal doubles these hours and takes a third of the staffed ones away, because the service is to cost £410,000 a year less.\n\nNo library closes. Loans, computers and meeting rooms can be used in self-access hours; help at the desk, activities for children and housebound deliveries stay within staffed hours.",
    },
    "related-policies": {
      text: "The department's strategy for 2020 to 2024, in which libraries are part of preventing need; the restructuring of communities and wellbeing services; the council's digital inclusion work.",
    },
    "target-groups": {
      text: "Everybody who uses the county-funded libraries, and the people who work in them. From April to November 2022 there were 516,200 visits, a third of them to the website. The change is to give people more hours to choose from, and to keep every library open.",
    },
    "equality-aims.aim-1": {
      choice: "YES",
      text: "Doors, lifts and alarms are checked against the duty to make reasonable adjustments before the hours of a library change. Whoever is harassed in self-access hours can press a button that is answered within a minute.",
    },
    "equality-aims.aim-2": {
      choice: "YES",
      text: "People who work, care or learn during the day gain evenings and early mornings. Where others lose help, the plan below puts something in its place, and question 22 says what it can't make up for.",
    },
    "equality-aims.aim-3": {
      choice: "YES",
      text: "Groups may hold their meetings in self-access hours, without a charge for staff. Libraries stay places where people of all ages and backgrounds meet.",
    },
    "report-already-needed": { choice: "YES" },
    "report-already-needed-reason": {
      text: "Posts are lost, and the council's rules for organisational change ask for a full report then.",
    },
    "research-findings.a": {
      text: "Visits have come back to two thirds of what they were in 2019; e-loans have gone on growing. In the survey of October 2022, answered by 1,140 members, longer hours came first of eleven wishes and help from somebody who knows the place came second.",
    },
    "research-findings.b": {
      text: "At the two libraries with the longest experience, members under 45 made 61% of visits in self-access hours, and members over 75 made 6%. Visits by members with a disability flag on their card fell by a fifth in the first year.",
    },
    "research-findings.c": {
      text: "The heavy outer door, the card reader at shoulder height and printed instructions in English alone were named most often. Some women said that they leave when one stranger comes in. Children under 16 may come in only with an adult.",
    },
    "further-research-needed": {
      text: "Yes: who stays away and why can't be seen from visits. 200 members who stopped coming will be asked by telephone in the first year.",
    },
    "consultation-findings": {
      text: "Nine drop-in sessions and a paper form in every library, October to December 2022. Comments went to libraries.consultation@example.org.\n\nOlder members spoke mostly about help with forms and bookings. The deaf club asked how an alarm would be seen. Of the people with a visual impairment who came to a session, 4 people had once been unable to get out of the building by themselves. Robin Draftwell met the county's learning disability partnership, which asked for pictures in place of words at the door.",
    },
    "further-consultation-needed": {
      text: "No more before the decision. Each library asks its own users for six weeks before its hours change.",
    },
    "adverse-impact": {
      choice: "LAWFUL",
      text: "Fewer staffed hours leave disabled people, older people, people who are learning English and some women worse off than others. The aim, to keep all libraries open within the budget, is legitimate. Closing branches would have hit the same people harder; shorter hours everywhere would have helped nobody.",
    },
    "mitigation.a": {
      text: "Where staffed hours are the same every week and on the door, people plan around them: the two libraries that did so kept almost all older visitors. Visible alarms and doors that open by themselves were asked for at every session by disabled people.",
    },
    "mitigation.b": {
      text: "Doors and lifts are tested with disabled members before any hours change. Each library keeps at least three staffed half-days. Older people can book half an hour of help. Women's groups say which entrances need light.",
    },
    "mitigation.c": {
      text: "There is nobody at the desk to help with a form at short notice in self-access hours. A telephone line would cost as much as the hours do; people are told where help can be had that day.",
    },
    "overall-finding": {
      text: "More people gain hours than lose help, but those who lose it rely on it more. With the actions below the council can go ahead, library by library, each only once its own adjustments are in place.",
    },
    "review-of-findings": {
      text: "Visits by age band and by disability flag are looked at each quarter beside the figures of the dashboard. A library whose visits by disabled members fall by more than a tenth gets its hours back until it is known why.",
    },
    "wider-planning": {
      text: "The actions stand in the service plan of libraries and heritage, and the department's equalities group hears of them twice a year.",
    },
  },
  impacts: [
    {
      characteristic: "AGE",
      direction: "MIXED",
      comments:
        "Members of working age gain early mornings and evenings. Older people, who come in the daytime and ask for help more often, lose staffed hours. Children under 16 need an adult with them in self-access hours.",
      barriers: "Booking and borrowing by screen; no one to ask.",
    },
    {
      characteristic: "DISABILITY",
      direction: "NEGATIVE",
      comments:
        "Help with doors, shelves and computers ends outside staffed hours, and leaving the building in an emergency depends on alarms that everybody can notice.",
      barriers: "Heavy doors, card readers out of reach from a wheelchair, alarms that are only heard.",
    },
    {
      characteristic: "PREGNANCY_AND_MATERNITY",
      direction: "POSITIVE",
      comments:
        "Parents of babies asked for quiet early hours, and get them; there is room for prams at every door.",
    },
    {
      characteristic: "RACE",
      direction: "NEGATIVE",
      comments:
        "People who are learning English rely on staff for forms and letters. Instructions at the door were in English alone at the first two libraries.",
      barriers: "Printed English at doors and screens.",
    },
    {
      characteristic: "RELIGION_OR_BELIEF",
      direction: "POSITIVE",
      comments: "Whoever keeps a Friday or Saturday free for worship can come on other evenings.",
    },
    {
      characteristic: "SEX",
      direction: "NEGATIVE",
      comments:
        "Women said more often than men that they would not stay in an empty building after dark. Most of the posts that end are held by women.",
      barriers: "Dark entrances; being alone with one other visitor.",
    },
    {
      characteristic: "OTHER_GROUPS",
      direction: "POSITIVE",
      comments:
        "Carers, shift workers and people in villages with one bus a day can come when they are free.",
    },
    {
      characteristic: "COMMUNITY_COHESION",
      direction: "NEUTRAL",
      comments: "Groups gain rooms in the evening and lose a person at the desk who knew everybody.",
    },
  ],
  rights: [
    {
      part: "CONVENTION",
      article: 8,
      comments: "Cameras record everybody who comes in during self-access hours, and somebody watches them.",
      justification: {
        prescribedByLaw: "Data Protection Act 2018 and the surveillance camera code of practice.",
        legitimateAim: "Public safety, and protecting the rights of other visitors.",
        necessary: "Without staff there is no other way to notice a fall or a fight.",
        proportionate: "No sound, no cameras in rooms that are booked, and recordings are kept for 28 days.",
      },
    },
  ],
  evidence: [
    {
      place: "target-groups",
      figure: { metric: "LOCAL-library-visits", period: "2022-04/2022-11" },
      note: "A third of these are visits to the website.",
    },
    { place: "research-findings.a", figure: { metric: "LOCAL-e-loans", period: "2022-04/2022-11" } },
    { place: "related-policies", element: { strategy: "delivering-wellbeing-2020-24", key: "prevent" } },
    {
      place: "related-policies",
      element: {
        strategy: "strategic-plan-2022-26",
        key: "great-communities/cultural-and-historical-heritage-are-enjoyed-and-conserved",
      },
    },
  ],
  actions: [
    {
      objective: "Disabled people can use every hour that others can",
      action: "Test doors, lifts, card readers and alarms with disabled members, library by library",
      target: "Every self-access library tested, and what was found put right",
      officer: "Libraries and heritage manager",
      due: "2024-03-31",
      owner: "lead.officer@example.org",
      metric: "LOCAL-library-visits",
      progress: [
        { status: "IN_PROGRESS", note: "Nine libraries are tested. Two lifts wait for a part." },
        { status: "DELAYED", note: "The second lift is out of use until the landlord agrees to the work." },
      ],
    },
    {
      objective: "People who are learning English can let themselves in",
      action: "Put instructions in six languages and in pictures at every self-access door",
      target: "At every door before its hours change",
      officer: "Library development officer",
      due: "2023-09-30",
      owner: "contributor@example.org",
      progress: [
        {
          status: "IN_PROGRESS",
          note: "The pictures were tried out with the learning disability partnership.",
        },
        { status: "DONE", note: "They are at every door, and on the website." },
      ],
    },
    {
      objective: "Older people keep the help that they come for",
      action: "Offer people aged 65 or over half an hour of help with forms and screens, by appointment",
      target: "Fewer than one in twenty who ask waits longer than a week",
      officer: "Library development officer",
      due: { monthsFromNow: 6 },
      owner: "lead.officer@example.org",
      metric: "LOCAL-e-loans",
      delivery: "D10",
      progress: [{ status: "IN_PROGRESS", note: "It began at four libraries." }],
    },
    {
      objective: "People feel safe in self-access hours, whatever their sex",
      action: "Light the entrances that women named, and show at the door that cameras are watched",
      target: "Eleven entrances lit",
      officer: "Property services manager",
      due: { monthsFromNow: 3 },
      owner: "head.of.service@example.org",
      progress: [],
    },
  ],
  recommendation:
    "It says plainly who loses and what can't be made up for. We ask that hours change only where the doors were tested first.",
  decisions: [
    { text: "libraries.consultation@example.org" },
    { text: "Robin Draftwell", replacement: "the lead officer" },
    { text: "4 people" },
    { text: "English", keep: "It is a language." },
    { text: "Protection", keep: "It is part of an Act's name." },
    { text: "Prevent", keep: "It is the name of a layer of the strategy." },
    { text: "Cultural", keep: "It begins the name of an outcome of the plan." },
  ],
};
