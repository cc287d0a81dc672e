import { sql } from "drizzle-orm";
import type { Transaction } from "../connection.ts";
import { assessmentRevisions } from "../schema/assessments.ts";

/** Columns that a copy takes over from each table; ids are new, versions and doubts come along. */
const COPIED = {
  answers: "question, part, choice, text, version, saved_at, saved_by_id, doubts",
  answer_copies: "question, part, from_assessment_id, from_revision, text, copied_at, copied_by_id",
  characteristic_impacts:
    "stage, characteristic, affected, direction, comments, barriers, version, saved_at, saved_by_id, doubts",
  right_impacts:
    "stage, part, article, affected, comments, prescribed_by_law, legitimate_aim, necessary, proportionate, version, saved_at, saved_by_id, doubts",
  evidence_links:
    "question, part, observation_id, strategy_element_id, delivery_action_id, url, file_id, note, pinned_title, pinned_display, pinned_value, pinned_period, pinned_source, pinned_on, pinned_known_since, pinned_groups, pinned_file, pinned_at, pinned_hash, added_by_id",
  improvement_actions:
    "position, origin_id, objective, action, target, officer, due, from_question, version, saved_at, saved_by_id, doubts",
} as const;

/** What a column of a copy is made of, where it isn't taken as it is: an action's line goes on. */
const MADE_OF: Readonly<Record<string, string>> = { origin_id: "coalesce(origin_id, id)" };

const sourceOf = (columns: string): string =>
  columns
    .split(", ")
    .map((column) => MADE_OF[column] ?? column)
    .join(", ");

interface NewRevision {
  assessmentId: string;
  number: number;
  copiedFromId: string;
}

/** Opens a revision that says what an earlier one says. The earlier one is left as it is. Answers with its id. */
export const copyRevision = async (tx: Transaction, revision: NewRevision): Promise<string> => {
  const [opened] = await tx
    .insert(assessmentRevisions)
    .values(revision)
    .returning({ id: assessmentRevisions.id });
  if (opened === undefined) throw new Error("The revision was not stored");
  for (const [table, columns] of Object.entries(COPIED)) {
    const names = sql.raw(columns);
    await tx.execute(sql`
      insert into ${sql.raw(table)} (revision_id, ${names})
      select ${opened.id}, ${sql.raw(sourceOf(columns))} from ${sql.raw(table)} where revision_id = ${revision.copiedFromId}`);
  }
  await copyWatches(tx, opened.id, revision.copiedFromId);
  return opened.id;
};

/** What is watched goes on at the copy of each citation: a figure is cited once in a place. */
const copyWatches = async (tx: Transaction, openedId: string, copiedFromId: string): Promise<void> => {
  await tx.execute(sql`
    insert into evidence_watches (link_id, above, below, version, set_at, set_by_id)
    select copy.id, w.above, w.below, w.version, w.set_at, w.set_by_id
    from evidence_watches w
      join evidence_links l on l.id = w.link_id and l.revision_id = ${copiedFromId}
      join evidence_links copy on copy.revision_id = ${openedId} and copy.observation_id = l.observation_id
        and copy.question is not distinct from l.question and copy.part is not distinct from l.part
    on conflict do nothing`);
};
