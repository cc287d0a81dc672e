import type { MovedDate } from "@due-regard/domain/ehria/actions/live-action";
import {
  type CharacteristicRow,
  lawInForceOn,
  type RightRow,
} from "@due-regard/domain/ehria/reference-types";
import type { ActionStatus } from "@due-regard/domain/strategies/vocabulary";
import type { Executor } from "../connection.ts";
import {
  type answers,
  characteristicImpacts,
  improvementActions,
  rightImpacts,
  type signatures,
} from "../schema/assessments.ts";
import { characteristics, rights } from "../schema/reference.ts";
import { rowJson } from "./row-json.ts";
import { runPrepared } from "./run-prepared.ts";

/** What one revision says of people's rights and of who is affected, and what it takes to know which of that counts. */
export interface RevisionImpacts {
  revisionId: string;
  /** Choices alone: whether something is asked hangs on them, and never on words. */
  answers: Pick<typeof answers.$inferSelect, "question" | "part" | "choice">[];
  characteristicImpacts: (typeof characteristicImpacts.$inferSelect)[];
  rightImpacts: (typeof rightImpacts.$inferSelect)[];
  /** In the order of the plan, each with what has become of it since it was signed. */
  improvementActions: (typeof improvementActions.$inferSelect & MovedDate & { status: ActionStatus })[];
  /** In the order in which they were given. Instants are ISO strings. */
  signatures: Pick<typeof signatures.$inferSelect, "role" | "signedAt">[];
}

export interface ImpactRows {
  revisions: RevisionImpacts[];
  /** The law in force on the day. */
  characteristics: CharacteristicRow[];
  rights: RightRow[];
}

const own = (name: keyof RevisionImpacts, json: string, from: string, order: string): string =>
  `'${name}', (select coalesce(json_agg(${json} order by ${order}), '[]') from ${from} where revision_id = v.id)`;

const IMPACTS = `select
  (select coalesce(json_agg(${rowJson(characteristics, "c")} order by c.position), '[]') from characteristics c) as characteristics,
  (select coalesce(json_agg(${rowJson(rights, "r")} order by r.position), '[]') from rights r) as rights,
  (select coalesce(json_agg(json_build_object('revisionId', v.id, ${[
    own(
      "answers",
      `json_build_object('question', a.question, 'part', a.part, 'choice', a.choice)`,
      "answers a",
      "a.question, a.part",
    ),
    own(
      "characteristicImpacts",
      rowJson(characteristicImpacts, "c"),
      "characteristic_impacts c",
      "c.characteristic",
    ),
    own("rightImpacts", rowJson(rightImpacts, "r"), "right_impacts r", "r.part, r.article"),
    own(
      "improvementActions",
      rowJson(improvementActions, "i", {
        status: "coalesce(e.status, 'NOT_STARTED')",
        movedTo: "e.moved_to",
        movedFrom: "e.moved_from",
      }),
      "improvement_actions i left join equality_actions e on e.id = coalesce(i.origin_id, i.id)",
      "i.position, i.id",
    ),
    own(
      "signatures",
      `json_build_object('role', s.role, 'signedAt', s.signed_at)`,
      "signatures s",
      "s.signed_at",
    ),
  ].join(", ")})), '[]') from unnest($1::uuid[]) v(id)) as revisions`;

/**
 * What many revisions say about who is affected, in one prepared statement. It asks no policy: revisions come from the loader that does.
 *
 * @param today ISO date on which the law must be in force
 */
export const readImpacts = async (
  db: Executor,
  { revisionIds, today }: { revisionIds: readonly string[]; today: string },
): Promise<ImpactRows> => {
  const [found] = await runPrepared<ImpactRows & Record<string, unknown>>(db, IMPACTS, [[...revisionIds]]);
  if (found === undefined) throw new Error("A statement without conditions gave no row");
  return {
    revisions: found.revisions,
    characteristics: lawInForceOn(found.characteristics, today),
    rights: lawInForceOn(found.rights, today),
  };
};
