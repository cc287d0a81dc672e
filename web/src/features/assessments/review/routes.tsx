import type { LoaderFunctionArgs, RouteObject } from "react-router";
import type { AnyVariables, TypedDocumentNode } from "urql";
import type { LoadQuery } from "../../../data/load.ts";
import { requireFound, requireViewer } from "../../../data/viewer.ts";
import { CommentsPage } from "../comments/comments-page.tsx";
import { CommentsQuery, commentsVariables } from "../comments/comments-query.ts";
import { withTalks } from "../comments/load-talks.ts";
import { ChangesPage, changesVariables } from "./changes-page.tsx";
import { HandOverPage } from "./hand-over-page.tsx";
import { ChangesQuery, HandOverQuery, ReviewQuery, RevisionQuery } from "./queries.ts";
import { ReviewPage } from "./review-page.tsx";
import { RevisionPage, revisionVariables } from "./revision-page.tsx";

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

const referenceOf = ({ params }: LoaderFunctionArgs): string => params.reference ?? "";
const searchOf = ({ request }: LoaderFunctionArgs): URLSearchParams => new URL(request.url).searchParams;

/** Loads what a page shows of one assessment. What may not be read isn't there. */
const loaderOf =
  <Data extends { assessment: unknown }, Variables extends AnyVariables>(
    load: LoadQuery,
    query: TypedDocumentNode<Data, Variables>,
    variablesOf: (args: LoaderFunctionArgs) => Variables,
  ): Loader =>
  async (args) => {
    await requireViewer(load, args.request);
    const answer = await load(query, variablesOf(args));
    await requireFound(load, args.request, answer.assessment);
    return answer;
  };

/** The pages of the review. `signing` loads all that is decided on. */
export const reviewRoutes = (load: LoadQuery, signing: Loader): RouteObject[] => [
  {
    path: "review",
    loader: withTalks(load, async (args) => {
      const reference = referenceOf(args);
      const [answer] = await Promise.all([signing(args), load(ReviewQuery, { reference }).catch(() => null)]);
      return answer;
    }),
    Component: ReviewPage,
  },
  {
    path: "comments",
    loader: loaderOf(load, CommentsQuery, (args) => commentsVariables(referenceOf(args), searchOf(args))),
    Component: CommentsPage,
  },
  {
    path: "changes",
    loader: loaderOf(load, ChangesQuery, (args) => changesVariables(referenceOf(args), searchOf(args))),
    Component: ChangesPage,
  },
  {
    path: "revisions/:revision",
    loader: loaderOf(load, RevisionQuery, ({ params }) => revisionVariables(params)),
    Component: RevisionPage,
  },
  {
    path: "hand-over-review",
    loader: loaderOf(load, HandOverQuery, (args) => ({ reference: referenceOf(args) })),
    Component: HandOverPage,
  },
];
