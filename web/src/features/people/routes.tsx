import { data, type LoaderFunctionArgs, type RouteObject } from "react-router";
import type { LoadQuery } from "../../data/load.ts";
import { requireFound, requireViewer } from "../../data/viewer.ts";
import { LeadSuccessorsQuery, OwnerSuccessorsQuery } from "./left-queries.ts";
import { peopleVariables } from "./people-address.ts";
import { DepartmentsQuery, PeopleQuery, PersonQuery } from "./queries.ts";

/** For administrators: to anybody else there is no such page. */
const requireAdministrator = async (load: LoadQuery, request: Request) => {
  const { canManagePeople } = await requireViewer(load, request);
  if (!canManagePeople) throw data(null, { status: 404 });
};

export const peopleRoutes = (load: LoadQuery): RouteObject[] => {
  const loadPerson = async ({ request, params }: LoaderFunctionArgs) => {
    await requireAdministrator(load, request);
    const found = await load(PersonQuery, { user: params.id ?? "" });
    await requireFound(load, request, found.person);
    return found;
  };
  /** The page's own query asks who the person is; this one who could follow, as far as was searched. */
  const wordsOf = (request: Request) => new URL(request.url).searchParams.get("search") ?? "";
  const loadNewLeads = async (args: LoaderFunctionArgs) => {
    const { id = "", reference = "" } = args.params;
    const { departments, person } = await loadPerson(args);
    const search = wordsOf(args.request);
    const asked = await load(LeadSuccessorsQuery, { user: id, reference, search });
    return { departments, person, found: asked.person?.leads[0]?.successors ?? [] };
  };
  const loadNewOwners = async (args: LoaderFunctionArgs) => {
    const { id = "", action = "" } = args.params;
    const { departments, person } = await loadPerson(args);
    const search = wordsOf(args.request);
    const asked = await load(OwnerSuccessorsQuery, { user: id, action, search });
    return { departments, person, found: asked.person?.ownedActions[0]?.successors ?? [] };
  };
  return [
    {
      path: "people",
      loader: async ({ request }) => {
        await requireAdministrator(load, request);
        return load(PeopleQuery, peopleVariables(new URL(request.url).searchParams));
      },
      lazy: { Component: async () => (await import("./list-page.tsx")).ListPage },
    },
    {
      path: "people/add",
      loader: async ({ request }) => {
        await requireAdministrator(load, request);
        return load(DepartmentsQuery, {});
      },
      lazy: { Component: async () => (await import("./add-page.tsx")).AddPage },
    },
    {
      path: "people/:id",
      loader: loadPerson,
      lazy: { Component: async () => (await import("./person-page.tsx")).PersonPage },
    },
    {
      path: "people/:id/change",
      loader: loadPerson,
      lazy: { Component: async () => (await import("./change-page.tsx")).ChangePage },
    },
    {
      path: "people/:id/give-role",
      loader: loadPerson,
      lazy: { Component: async () => (await import("./give-role-page.tsx")).GiveRolePage },
    },
    {
      path: "people/:id/roles/:role/end",
      loader: loadPerson,
      lazy: { Component: async () => (await import("./end-role-page.tsx")).EndRolePage },
    },
    {
      path: "people/:id/assessments/:reference/hand-over",
      loader: loadNewLeads,
      lazy: { Component: async () => (await import("./hand-over-pages.tsx")).HandOverLeadPage },
    },
    {
      path: "people/:id/actions/:action/hand-over",
      loader: loadNewOwners,
      lazy: { Component: async () => (await import("./hand-over-pages.tsx")).HandOverActionPage },
    },
    {
      path: "people/:id/close",
      loader: loadPerson,
      lazy: { Component: async () => (await import("./account-pages.tsx")).ClosePage },
    },
    {
      path: "people/:id/open",
      loader: loadPerson,
      lazy: { Component: async () => (await import("./account-pages.tsx")).OpenPage },
    },
  ];
};
