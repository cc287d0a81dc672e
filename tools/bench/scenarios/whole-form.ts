import type { Scenario, Subject } from "./scenario.ts";

/** All that one draft says, with the version of each cell to send back: what a section page asks before it shows anything. */

const OURS = `
query Draft($reference: String!) {
  assessment(reference: $reference) {
    title status revision
    answers { question part choice text version }
    characteristicImpacts { stage characteristic affected direction comments barriers version }
    rightImpacts { stage part article affected comments version }
    improvementActions { objective action target officer due version }
    evidence { url pinned { title } }
  }
}`;

const POSTGRAPHILE = `
query Draft($reference: String!, $revisionId: UUID!) {
  assessmentByReference(reference: $reference) { title status revision }
  assessmentRevisionByRowId(rowId: $revisionId) {
    answersByRevisionId { nodes { question part choice text version } }
    characteristicImpactsByRevisionId { nodes { stage characteristic affected direction comments barriers version } }
    rightImpactsByRevisionId { nodes { stage part article affected comments version } }
    improvementActionsByRevisionId(orderBy: POSITION_ASC) { nodes { objective action target officer due version } }
    evidenceLinksByRevisionId { nodes { url pinnedTitle } }
  }
}`;

const CELLS = {
  answers: { table: "answers", columns: "question, part, choice, text, version" },
  characteristicImpacts: {
    table: "characteristic_impacts",
    columns: "stage, characteristic, affected, direction, comments, barriers, version",
  },
  rightImpacts: { table: "right_impacts", columns: "stage, part, article, affected, comments, version" },
  improvementActions: {
    table: "improvement_actions",
    columns: "objective, action, target, officer, due, version",
  },
  evidence: { table: "evidence_links", columns: 'url, pinned_title as "pinnedTitle"' },
} as const;

const lists = Object.entries(CELLS).map(
  ([name, { table, columns }]) =>
    `'${name}', (select json_agg(x) from (select ${columns} from ${table} where revision_id = r.id) x)`,
);

const BARE = `
select json_build_object('title', a.title, 'status', a.status, 'revision', a.revision, ${lists.join(", ")})::text as json
from assessments a join assessment_revisions r on r.assessment_id = a.id and r.number = a.revision
where a.reference = $1`;

// biome-ignore lint/suspicious/noExplicitAny: rows as JSON holds them
type Json = any;

/** Each lists the cells in an order of its own, and names a cell without a part in its own way. */
const sorted = (rows: Json[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries({ ...row, part: row.part || null }).sort())).sort();

const alike = (head: Json, cells: Record<keyof typeof CELLS, Json[]>) => ({
  title: head.title,
  status: head.status,
  revision: head.revision,
  cells: (Object.keys(CELLS) as (keyof typeof CELLS)[]).map((name) => sorted(cells[name])),
});

export const wholeFormScenario = ({ drafts: [draft] }: Subject): Scenario => ({
  name: "form",
  title: "A whole draft, every cell filled in",
  asker: "lead",
  ours: { query: OURS, variables: { reference: draft?.reference } },
  bare: { text: BARE, parameters: [draft?.reference ?? ""] },
  postgraphile: {
    query: POSTGRAPHILE,
    variables: { reference: draft?.reference, revisionId: draft?.revisionId },
  },
  read: {
    ours: ({ data: { assessment } }) =>
      alike(assessment, {
        ...assessment,
        evidence: assessment.evidence.map(({ url, pinned }: Json) => ({ url, pinnedTitle: pinned.title })),
      }),
    bare: (answer) => alike(answer, answer),
    postgraphile: ({ data: { assessmentByReference: head, assessmentRevisionByRowId: revision } }) =>
      alike(head, {
        answers: revision.answersByRevisionId.nodes,
        characteristicImpacts: revision.characteristicImpactsByRevisionId.nodes,
        rightImpacts: revision.rightImpactsByRevisionId.nodes,
        improvementActions: revision.improvementActionsByRevisionId.nodes,
        evidence: revision.evidenceLinksByRevisionId.nodes,
      }),
  },
});
