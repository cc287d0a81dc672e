import type { ResultOf } from "gql.tada";
import { useEffect, useState } from "react";
import {
  Outlet,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useNavigation,
  useRevalidator,
} from "react-router";
import { useStaleSince } from "../data/last-answers.ts";
import type { ViewerQuery } from "../data/viewer.ts";
import { SaveQueue } from "../features/assessments/saving/save-queue.tsx";
import { UnsavedNotice } from "../features/assessments/saving/unsaved-notice.tsx";
import { formatTime } from "../ui/format/dates.ts";
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

/** Says that the page shows what was loaded earlier, and loads it anew once there is a connection. */
const StaleNotice = () => {
  const since = useStaleSince();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const onOnline = () => void revalidate();
    window.addEventListener("online", onOnline);
    return () => window.removeEventListener("online", onOnline);
  }, [revalidate]);
  return (
    <div className="govuk-width-container" role="status">
      {since ? (
        <p className="govuk-body app-stale">
          The server can’t be reached. This page shows what was loaded at {formatTime(since)}.
        </p>
      ) : null}
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
      <StaleNotice />
      {viewer ? <SaveQueue person={viewer.user.id} /> : null}
      <UnsavedNotice person={viewer?.user.id ?? null} />
      <div className="govuk-width-container app-body">
        <Outlet />
      </div>
      <Footer />
      <ScrollRestoration />
    </MovedContext>
  );
};
