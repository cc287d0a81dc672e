import type { LoaderFunctionArgs, RouteObject } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { requireFound, requireViewer } from "../../data/viewer.ts";
import { AddQuestionPage } from "./editing/add-question-page.tsx";
import { AddSectionPage } from "./editing/add-section-page.tsx";
import { DetailsPage } from "./editing/details-page.tsx";
import { DiscardPage } from "./editing/discard-page.tsx";
import { DraftChangesPage } from "./editing/draft-changes-page.tsx";
import { DraftPage } from "./editing/draft-page.tsx";
import { PublishPage } from "./editing/publish-page.tsx";
import { QuestionPage } from "./editing/question-page.tsx";
import { RemoveQuestionPage } from "./editing/remove-question-page.tsx";
import { RemoveSectionPage } from "./editing/remove-section-page.tsx";
import { SectionPage } from "./editing/section-page.tsx";
import { FormPage } from "./form-page.tsx";
import { ImportPage } from "./importing/import-page.tsx";
import { FormsPage } from "./list-page.tsx";
import {
  DraftChangesQuery,
  DraftQuery,
  FormQuery,
  FormsQuery,
  VersionChangesQuery,
  VersionQuery,
} from "./queries.ts";
import { sinceOf, VersionChangesPage } from "./reading/version-changes-page.tsx";
import { VersionPage } from "./reading/version-page.tsx";

type OfOneForm = typeof FormQuery | typeof DraftQuery | typeof DraftChangesQuery;

/** Loads one form for a page. Everybody who is signed in reads forms. */
const loaderOf =
  (load: LoadQuery, query: OfOneForm) =>
  async ({ params, request }: LoaderFunctionArgs) => {
    await requireViewer(load, request);
    const answer = await load<{ form: unknown }, { key: string }>(query, { key: params.key ?? "" });
    await requireFound(load, request, answer.form);
    return answer;
  };

const versionRoutes = (load: LoadQuery): RouteObject[] => [
  {
    path: "versions/:version",
    loader: async ({ params, request }) => {
      await requireViewer(load, request);
      const version = Number(params.version);
      const answer = await load(VersionQuery, { key: params.key ?? "", version: version || 0 });
      await requireFound(load, request, answer.form?.version);
      return answer;
    },
    Component: VersionPage,
  },
  {
    path: "versions/:version/changes",
    loader: async ({ params, request }) => {
      await requireViewer(load, request);
      const version = Number(params.version) || 0;
      const since = sinceOf(new URL(request.url).searchParams, version);
      const answer = await load(VersionChangesQuery, { key: params.key ?? "", version, since });
      await requireFound(load, request, answer.form?.version);
      return answer;
    },
    Component: VersionChangesPage,
  },
];

const draftRoutes = (load: LoadQuery): RouteObject[] => {
  const loader = loaderOf(load, DraftQuery);
  const changes = loaderOf(load, DraftChangesQuery);
  return [
    { path: "draft", loader, Component: DraftPage },
    { path: "draft/details", loader, Component: DetailsPage },
    { path: "draft/sections/add", loader, Component: AddSectionPage },
    { path: "draft/sections/:section", loader, Component: SectionPage },
    { path: "draft/sections/:section/remove", loader, Component: RemoveSectionPage },
    { path: "draft/sections/:section/add", loader, Component: AddQuestionPage },
    { path: "draft/questions/:question", loader, Component: QuestionPage },
    { path: "draft/questions/:question/remove", loader, Component: RemoveQuestionPage },
    { path: "draft/changes", loader: changes, Component: DraftChangesPage },
    { path: "draft/publish", loader: changes, Component: PublishPage },
    { path: "draft/discard", loader: changes, Component: DiscardPage },
  ];
};

export const formRoutes = (load: LoadQuery): RouteObject[] => [
  {
    path: "forms",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      return load(FormsQuery, {});
    },
    Component: FormsPage,
  },
  {
    path: "forms/import",
    loader: async ({ request }) => {
      await requireViewer(load, request);
      return load(FormsQuery, {});
    },
    Component: ImportPage,
  },
  {
    path: "forms/:key",
    children: [
      { index: true, loader: loaderOf(load, FormQuery), Component: FormPage },
      ...versionRoutes(load),
      ...draftRoutes(load),
    ],
  },
];
