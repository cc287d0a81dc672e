import { templateFileName } from "@due-regard/domain/ehria/form/file-name";
import { useState } from "react";
import { useLocation } from "react-router";
import { listLeftovers } from "../../../data/keep.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { InsetText, NotificationBanner } from "../../../ui/banners.tsx";
import { ButtonGroup, ButtonLink } from "../../../ui/button.tsx";
import { FileLink } from "../../../ui/file-link.tsx";
import { formatInstant } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { draftAddress, formCrumbs } from "../addresses.ts";
import { FaultList } from "./draft-faults.tsx";
import { DraftGate } from "./draft-gate.tsx";
import { DraftOutline } from "./draft-outline.tsx";
import { keepReference } from "./keep-question.ts";
import type { DraftPage as PageData } from "./use-draft-page.ts";

const status = ({ draft }: PageData): string =>
  [
    `Saved on ${formatInstant(draft.savedAt)} by ${draft.savedBy.name}.`,
    draft.basedOn ? `Begun from version ${draft.basedOn.version}.` : "Imported from a file.",
    draft.sameAs ? `It says just what version ${draft.sameAs.version} says.` : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");

/** What the page before this one has to say: that something was saved, moved or removed. */
const News = () => {
  const { state } = useLocation();
  const news = (state as { news?: string } | null)?.news;
  return news ? (
    <NotificationBanner success>
      <p className="govuk-notification-banner__heading">{news}</p>
    </NotificationBanner>
  ) : null;
};

const Leftovers = ({ page }: { page: PageData }) => {
  const [leftovers] = useState(() => listLeftovers(page.person, keepReference(page.form.key)));
  return leftovers.length === 0 ? null : (
    <InsetText>
      <p className="govuk-body">This browser holds changes that you typed and did not save:</p>
      <ul className="govuk-list govuk-list--bullet">
        {leftovers.map(({ place, label, address }) => (
          <li key={place}>
            <AppLink to={address}>{label}</AppLink>
          </li>
        ))}
      </ul>
    </InsetText>
  );
};

const Doors = ({ page }: { page: PageData }) => {
  const { form, draft } = page;
  const address = draftAddress(form.key);
  return (
    <>
      <ButtonGroup>
        <ButtonLink to={`${address}/publish`}>Publish as version {draft.nextVersion}</ButtonLink>
        <ButtonLink to={`${address}/try`} variant="secondary">
          Try it out
        </ButtonLink>
      </ButtonGroup>
      <ul className="govuk-list">
        <li>
          <AppLink to={`${address}/changes`}>See what it changes</AppLink>
        </li>
        <li>
          <FileLink
            fileName={templateFileName({ key: form.key, version: draft.nextVersion })}
            text={draft.document}
            type="application/json"
          >
            Export it as a file (JSON)
          </FileLink>
        </li>
        <li>
          <AppLink to={`${address}/discard`}>Discard the draft</AppLink>
        </li>
      </ul>
    </>
  );
};

/** The next version of a form while it is worked on: what stands in its way, and every part of it to change. */
export const DraftPage = () => (
  <DraftGate>
    {(page) => (
      <Page
        title={`Draft of version ${page.draft.nextVersion}`}
        caption={page.draft.title || page.form.key}
        crumbs={formCrumbs(page.form)}
        banner={<News />}
      >
        <p className="govuk-body">{status(page)}</p>
        <Leftovers page={page} />
        <FaultList page={page} />
        <Doors page={page} />
        <DraftOutline page={page} />
      </Page>
    )}
  </DraftGate>
);
