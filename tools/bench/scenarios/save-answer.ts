import type { Scenario, Subject } from "./scenario.ts";

/**
 * One answer saved as somebody types, in a draft of their own. Ours looks up who asks and what they may, locks the draft, compares
 * versions, writes the cell and the history, and tells what else of the form that changed. The bare statement compares, writes and
 * keeps the history; PostGraphile's own mutation writes the cell alone, over whatever stands there.
 */

const QUESTION = "policy-change";

const OURS = `
mutation Save($input: SaveAnswersInput!) {
  saveAnswers(input: $input) { ... on AnswersSaved { answers { question text } } ... on Error { message } }
}`;

const BARE = `
with saved as (
  update answers set text = $3, version = version + 1, saved_at = now()
  where revision_id = $1::uuid and question = $2 and part = '' and version = $4::int
  returning revision_id, question, text, version
), noted as (
  insert into audit_events (action, subject_type, subject_id, assessment_id, revision, actor_id, detail)
  select 'answer.saved', 'assessment', a.id, a.id, a.revision, p.user_id, json_build_object('path', s.question, 'now', s.text)
  from saved s join assessment_revisions r on r.id = s.revision_id join assessments a on a.id = r.assessment_id
  join assessment_people p on p.assessment_id = a.id and p.role = 'LEAD'
)
select json_build_object('question', question, 'text', text)::text as json from saved`;

const POSTGRAPHILE = `
mutation Save($revisionId: UUID!, $question: String!, $patch: AnswerPatch!) {
  updateAnswerByRevisionIdAndQuestionAndPart(
    input: { revisionId: $revisionId, question: $question, part: "", answerPatch: $patch }
  ) { answer { question text } }
}`;

const ANSWER =
  "Older people and carers who use the service were asked in March, by letter and in four meetings. ";

/** The same from each server, so that the answers can be compared. */
const TEXT = ANSWER.repeat(6);

export const saveAnswerScenario = ({ drafts, sql }: Subject): Scenario => ({
  name: "save",
  title: "One answer saved, ten people in ten drafts",
  asker: "lead",
  ours: { query: OURS, variables: {} },
  bare: { text: BARE, parameters: [] },
  postgraphile: { query: POSTGRAPHILE, variables: {} },
  writes: {
    readVersions: async () => {
      const rows = await sql<{ revisionId: string; version: number }[]>`
        select revision_id as "revisionId", version from answers where question = ${QUESTION} and part = ''`;
      const versions = new Map(rows.map(({ revisionId, version }) => [revisionId, version]));
      return drafts.map(({ revisionId }) => versions.get(revisionId) ?? 0);
    },
    send: (connection, version) => {
      const { reference = "", revisionId = "" } = drafts[connection] ?? {};
      const answer = { question: QUESTION, text: TEXT, basedOnVersion: version };
      return {
        ours: { input: { reference, answers: [answer] } },
        bare: [revisionId, QUESTION, TEXT, version],
        postgraphile: {
          revisionId,
          question: QUESTION,
          patch: { text: TEXT, version: version + 1, savedAt: new Date().toISOString() },
        },
      };
    },
    isWritten: (body) => body.includes(`"text":"Older people`) || body.includes(`"text" : "Older people`),
  },
  read: {
    ours: ({ data }) => data.saveAnswers.answers,
    bare: (answer) => [answer],
    postgraphile: ({ data }) => [data.updateAnswerByRevisionIdAndQuestionAndPart.answer],
  },
});
