import type { ResultOf } from "gql.tada";
import { useEffect, useState } from "react";
import { Outlet, ScrollRestoration, useLoaderData, useLocation, useNavigation } from "react-router";
import type { ViewerQuery } from "../data/viewer.ts";
import { useLate } from "../ui/late.ts";
import { MovedContext } from "../ui/page.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";

/** Says that the next page is on its way, once that takes longer than a blink. The old page stays readable. */
const Loading = () => {
  const late = useLate(useNavigation().state !== "idle");
  return (
    <div className={late ? "app-loading app-loading--shown" : "app-loading"} role="status">
      {late ? "Loading…" : ""}
    </div>
  );
};

/** True after the first change of address: from then on a new page's heading takes the focus. */
const useMoved = (): boolean => {
  const { pathname } = useLocation();
  const [first] = useState(pathname);
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    if (pathname !== first) setMoved(true);
  }, [pathname, first]);
  return moved || pathname !== first;
};

export const Layout = () => {
  const { viewer } = useLoaderData() as ResultOf<typeof ViewerQuery>;
  return (
    <MovedContext value={useMoved()}>
      <a href="#main-content" className="govuk-skip-link">
        Skip to main content
      </a>
      <Header viewer={viewer} />
      <Loading />
      <div className="govuk-width-container app-body">
        <Outlet />
      </div>
      <Footer />
      <ScrollRestoration />
    </MovedContext>
  );
};
