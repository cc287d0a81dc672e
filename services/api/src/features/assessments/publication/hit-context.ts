import type { Passage } from "@due-regard/domain/ehria/publication/hit";
import { textsOf } from "@due-regard/domain/ehria/publication/passages";
import type { PublicDraft } from "@due-regard/domain/ehria/publication/public-draft";

const WIDTH = 200;

/** What stands around a passage: enough to tell what it is, cut at words. */
export const contextOf = (
  draft: PublicDraft,
  { place, start, end }: Passage,
): { before: string; after: string } => {
  const text = textsOf(draft).find((each) => each.place === place)?.text ?? "";
  const before = text.slice(Math.max(0, start - WIDTH), start);
  const after = text.slice(end, end + WIDTH);
  return {
    before: start > WIDTH ? `…${before.replace(/^\S*/, "")}` : before,
    after: end + WIDTH < text.length ? `${after.replace(/\S*$/, "")}…` : after,
  };
};
