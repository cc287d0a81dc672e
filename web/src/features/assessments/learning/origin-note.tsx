import { COPY_BECAME } from "@due-regard/domain/ehria/copying/copied-text";
import { AppLink } from "../../../ui/app-link.tsx";
import { formatDay } from "../../../ui/format/dates.ts";
import type { Answer, Content } from "../types.ts";

type Origin = Answer["origins"][number];

const Note = ({ origin }: { origin: Origin }) => {
  const { assessment, revision, copiedAt, copiedBy, state } = origin;
  return (
    <p className="govuk-hint app-origin">
      Copied from{" "}
      {assessment ? (
        <>
          <AppLink to={`/assessments/${assessment.reference}/check`}>{assessment.reference}</AppLink>{" "}
          {assessment.title}
          {revision > 1 ? ` (revision ${revision})` : ""}
        </>
      ) : (
        "another assessment"
      )}{" "}
      by {copiedBy.name} on {formatDay(copiedAt)}
      {COPY_BECAME[state]}
    </p>
  );
};

/** Where words of an answer were copied from, for whoever writes, checks and reviews it. */
export const OriginNotes = ({ origins }: { origins: readonly Origin[] }) =>
  origins
    .filter(({ state }) => COPY_BECAME[state] !== null)
    .map((origin) => <Note key={`${origin.copiedAt} ${origin.assessment?.id}`} origin={origin} />);

/** The same content without them, where exactly what is signed is shown: where words come from is no part of it. */
export const withoutOrigins = <Shown extends Pick<Content, "answers">>(content: Shown): Shown => ({
  ...content,
  answers: content.answers.map((answer) => ({ ...answer, origins: [] })),
});
