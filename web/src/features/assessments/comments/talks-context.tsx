import { createContext, type ReactNode, useContext } from "react";
import { useQuery } from "urql";
import { TALKS_AT_ONCE, TalksQuery } from "./queries.ts";
import type { Talk } from "./types.ts";

export interface Talks {
  reference: string;
  /** The revision in force: what was said about an earlier one is marked. */
  revision: number;
  /** Id of the signed-in person: what they type is kept in their name alone. */
  person: string;
  talks: readonly Talk[];
  /** More than are here. */
  more: number;
  mayComment: boolean;
}

const TalksContext = createContext<Talks | null>(null);

/** The talks of the page. Null: they are not there yet, nobody may see them, or nothing here is talked about. */
export const useTalks = (): Talks | null => useContext(TalksContext);

/** Reads the talks about an assessment, and brings them up to date after each write, for what stands beneath it. */
export const TalksProvider = ({ reference, children }: { reference: string; children: ReactNode }) => {
  const [{ data }] = useQuery({ query: TalksQuery, variables: { reference, first: TALKS_AT_ONCE } });
  const assessment = data?.assessment;
  const value: Talks | null = assessment
    ? {
        reference: assessment.reference,
        revision: assessment.revision,
        person: data.viewer?.user.id ?? "",
        talks: assessment.comments.edges.map(({ node }) => node),
        more: assessment.comments.totalCount - assessment.comments.edges.length,
        mayComment: assessment.availableActions.includes("COMMENT"),
      }
    : null;
  return <TalksContext value={value}>{children}</TalksContext>;
};
