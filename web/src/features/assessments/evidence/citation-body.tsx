import type { ReactNode } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { formatDate, formatDay } from "../../../ui/format/dates.ts";
import { fileSize } from "../../../ui/format/file-size.ts";
import { Tag } from "../../../ui/tag.tsx";
import type { Evidence } from "../types.ts";
import { CitationChange } from "./citation-change.tsx";
import { CitationFacts } from "./citation-facts.tsx";
import { FILE_STATES, KIND_WORDS } from "./evidence-words.ts";

const Small = ({ children }: { children: ReactNode }) => (
  <span className="govuk-hint app-block govuk-!-margin-bottom-0">{children}</span>
);

/** Nobody here vouches for the page: it gets no hold on ours, and is not told where its reader came from. */
const PageLink = ({ evidence }: { evidence: Evidence }) => (
  <>
    <a
      className="govuk-link app-citation__link"
      href={evidence.url ?? ""}
      target="_blank"
      rel="noopener noreferrer nofollow external"
      referrerPolicy="no-referrer"
    >
      {evidence.pinned.title === evidence.url ? evidence.host : evidence.pinned.title} (opens in new tab)
    </a>
    <Small>
      On {evidence.host}
      {evidence.pinned.on ? `, looked at on ${formatDate(evidence.pinned.on)}` : ""}. Nobody checks whether it
      still says the same: if it matters, upload a copy.
    </Small>
  </>
);

const FileLink = ({ evidence }: { evidence: Evidence }) => {
  const { file, pinned } = evidence;
  const facts = pinned.file ? `${pinned.file.type}, ${fileSize(pinned.file.bytes)}` : "";
  const names = pinned.title === pinned.display ? pinned.title : `${pinned.title} (${pinned.display})`;
  const held = file && file.state !== "AVAILABLE" ? FILE_STATES[file.state] : null;
  return (
    <>
      {file && !held ? (
        <a className="govuk-link app-citation__link" href={file.address} download={pinned.display}>
          Download {names}
        </a>
      ) : (
        <strong className="app-citation__link">{names}</strong>
      )}
      <Small>
        {[facts, file && file.state === "AVAILABLE" ? scanWords(file.scannedAt) : null]
          .filter(Boolean)
          .join(". ")}
      </Small>
      {held ? <Tag colour={held.colour}>{held.words}</Tag> : null}
    </>
  );
};

const scanWords = (scannedAt: string | null): string =>
  scannedAt === null ? "Not scanned for viruses" : `Scanned for viruses on ${formatDay(scannedAt)}`;

const Groups = ({ groups }: { groups: Evidence["pinned"]["groups"] }) =>
  groups.length === 0 ? null : (
    <ul className="govuk-list govuk-!-margin-bottom-0" aria-label="Its groups">
      {groups.map(({ characteristic, category, display }) => (
        <li key={`${characteristic} ${category}`}>
          {category}: {display}
        </li>
      ))}
    </ul>
  );

/** The way to where it comes from, for those who may look there. */
const WayThere = ({ evidence }: { evidence: Evidence }) => {
  const { metric, organisation, strategyElement, deliveryAction, pinned } = evidence;
  const plan = (strategyElement ?? deliveryAction)?.strategy;
  if (metric && organisation) {
    const address = `/performance/metrics/${encodeURIComponent(metric.code)}?organisation=${organisation.code}`;
    return (
      <AppLink to={address} hiddenText={`: ${pinned.title}`}>
        Open the measure
      </AppLink>
    );
  }
  return plan ? (
    <AppLink to={`/strategies/${plan.slug}`} hiddenText={`: ${pinned.title}`}>
      Open the plan
    </AppLink>
  ) : null;
};

const Said = ({ evidence }: { evidence: Evidence }) => {
  const { pinned, kind } = evidence;
  if (kind === "LINK") return <PageLink evidence={evidence} />;
  if (kind === "FILE") return <FileLink evidence={evidence} />;
  if (kind === "STRATEGY_ELEMENT" || kind === "DELIVERY_ACTION") {
    return (
      <>
        <strong>{pinned.title}</strong>
        <span className="app-block app-citation__words">{pinned.display}</span>
      </>
    );
  }
  return (
    <>
      <strong>{pinned.display}</strong> {pinned.title}
      <Groups groups={pinned.groups} />
    </>
  );
};

const originOf = ({ pinned, kind }: Evidence): string => {
  const source = pinned.source ? `Source: ${pinned.source}. ` : "";
  const on = pinned.on && kind === "OBSERVATION" ? `For the time to ${formatDate(pinned.on)}. ` : "";
  return `${source}${on}Cited on ${formatDay(pinned.at)}`;
};

/** A citation as it was pinned: what it says, where it comes from, when it was cited and what has become of it. */
export const CitationBody = ({ evidence }: { evidence: Evidence }) => (
  <div className="app-citation">
    <p className="app-citation__kind">{KIND_WORDS[evidence.kind]}</p>
    <Said evidence={evidence} />
    <Small>{originOf(evidence)}</Small>
    {evidence.note ? <p className="app-citation__note app-text">{evidence.note}</p> : null}
    <CitationChange evidence={evidence} />
    {evidence.newer ? (
      <p className="govuk-body-s govuk-!-margin-bottom-1">
        A figure of a later period is known: <strong>{evidence.newer.display}</strong>,{" "}
        {evidence.newer.period.label}.
      </p>
    ) : null}
    <p className="govuk-body-s govuk-!-margin-bottom-1">
      <WayThere evidence={evidence} />
    </p>
    <CitationFacts evidence={evidence} />
  </div>
);
