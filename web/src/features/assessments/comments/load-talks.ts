import type { LoaderFunctionArgs } from "react-router";
import type { LoadQuery } from "../../../data/load.ts";
import { TALKS_AT_ONCE, TalksQuery } from "./queries.ts";

type Loader<Answer> = (args: LoaderFunctionArgs) => Promise<Answer>;

/** Reads the talks along with the page that shows them. Without them the page is still there: it asks again by itself. */
export const withTalks =
  <Answer>(load: LoadQuery, loader: Loader<Answer>): Loader<Answer> =>
  async (args) => {
    const reference = args.params.reference ?? "";
    const [answer] = await Promise.all([
      loader(args),
      load(TalksQuery, { reference, first: TALKS_AT_ONCE }).catch(() => null),
    ]);
    return answer;
  };
