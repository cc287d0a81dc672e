import type { ResultOf } from "gql.tada";
import { useNavigate, useParams } from "react-router";
import { useClient } from "urql";
import { outcomeOf } from "../../../data/outcome.ts";
import { useLiveData } from "../../../data/use-live-data.ts";
import { useSend } from "../../../data/use-send.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { Button, ButtonGroup } from "../../../ui/button.tsx";
import { Details } from "../../../ui/details.tsx";
import { FormChanges } from "../../../ui/form-changes.tsx";
import { Page } from "../../../ui/page.tsx";
import { SummaryList } from "../../../ui/summary-list.tsx";
import { Table } from "../../../ui/table.tsx";
import { SECTION_STATUS } from "../words.ts";
import { MoveMutation, MoveQuery } from "./queries.ts";

type Assessment = NonNullable<ResultOf<typeof MoveQuery>["assessment"]>;
type Move = NonNullable<Assessment["formMove"]>;
type Moved = Move["carried"][number];

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

const crumbsOf = ({ reference }: Assessment) => [
  { to: "/assessments", words: "Assessments" },
  { to: `/assessments/${reference}`, words: reference },
];

const Answers = ({ answers }: { answers: readonly Moved[] }) => (
  <SummaryList
    rows={answers.map(({ question, part, label, says }) => ({
      key: `${question} ${part ?? ""}`,
      label,
      value: <span className="app-text">{says}</span>,
    }))}
  />
);

const Added = ({ added }: Pick<Move, "added">) => (
  <>
    <h2 className="govuk-heading-m">New questions</h2>
    {added.length === 0 ? (
      <p className="govuk-body">None that you would be asked now.</p>
    ) : (
      <ul className="govuk-list govuk-list--bullet">
        {added.map(({ question, text, label, isRequired }) => (
          <li key={question}>
            {text || label}
            {isRequired ? " (must be answered)" : ""}
          </li>
        ))}
      </ul>
    )}
  </>
);

const SetAside = ({ setAside }: Pick<Move, "setAside">) => (
  <>
    <h2 className="govuk-heading-m">Answers that would stop counting</h2>
    {setAside.length === 0 ? (
      <p className="govuk-body">None: everything that you have written counts as before.</p>
    ) : (
      <>
        <p className="govuk-body">
          {counted(setAside.length, "answer")} would not be checked, signed or published, because the newer
          version doesn’t ask for {setAside.length === 1 ? "it" : "them"}. Nothing is deleted: what is written
          stays, and counts again if a later version asks for it.
        </p>
        <Answers answers={setAside} />
      </>
    )}
  </>
);

const Carried = ({ carried, returning }: Pick<Move, "carried" | "returning">) => (
  <>
    <h2 className="govuk-heading-m">Answers that come along</h2>
    <p className="govuk-body">{counted(carried.length, "answer")} would count as before.</p>
    {carried.length > 0 ? (
      <Details summary="Show them">
        <Answers answers={carried} />
      </Details>
    ) : null}
    {returning.length > 0 ? (
      <>
        <h2 className="govuk-heading-m">Answers that would count again</h2>
        <p className="govuk-body">They were set aside earlier, and this version asks for them.</p>
        <Answers answers={returning} />
      </>
    ) : null}
  </>
);

const Sections = ({ sections }: Pick<Move, "sections">) => (
  <Table
    caption="The task list, now and then"
    rows={sections}
    rowKey={({ key }) => key}
    columns={[
      { key: "title", heading: "Section", rowHeading: true, cell: ({ title }) => title },
      {
        key: "before",
        heading: "Now",
        cell: ({ before }) => (before === null ? "Not there" : SECTION_STATUS[before].words),
      },
      { key: "after", heading: "After the move", cell: ({ after }) => SECTION_STATUS[after].words },
    ]}
  />
);

const MoveForm = ({ assessment, move }: { assessment: Assessment; move: Move }) => {
  const client = useClient();
  const navigate = useNavigate();
  const { send, busy, errors } = useSend(() => null);
  const { reference, template } = assessment;
  const { version } = move.to;
  const act = () =>
    send(
      async () => {
        const { data, error } = await client
          .mutation(MoveMutation, { input: { reference, version } })
          .toPromise();
        return outcomeOf(data?.moveAssessmentToForm, error);
      },
      () => navigate(`/assessments/${reference}`, { state: { movedTo: version } }),
    );
  return (
    <Page
      title={`Move to version ${version} of the form`}
      caption={assessment.title}
      crumbs={crumbsOf(assessment)}
      errors={errors}
    >
      <p className="govuk-body">
        This assessment is on version {template.version} of “{template.title}”, and may stay there. Moving
        changes nothing that anybody has written. It can’t be moved back.
      </p>
      <Added added={move.added} />
      <SetAside setAside={move.setAside} />
      <Carried carried={move.carried} returning={move.returning} />
      <Sections sections={move.sections} />
      <Details summary={`All that differs between version ${template.version} and version ${version}`}>
        <FormChanges changes={move.changes} />
      </Details>
      <ButtonGroup>
        <Button type="button" busy={busy} onClick={() => void act()}>
          Move to version {version}
        </Button>
        <AppLink to={`/assessments/${reference}`}>Stay on version {template.version}</AppLink>
      </ButtonGroup>
    </Page>
  );
};

/** What a newer version of its form would mean for one assessment, and the move itself. */
export const MovePage = () => {
  const { reference = "" } = useParams();
  const { assessment } = useLiveData(MoveQuery, { reference });
  if (!assessment) return null;
  if (assessment.formMove) return <MoveForm assessment={assessment} move={assessment.formMove} />;
  return (
    <Page title="There is nothing to move to" caption={assessment.title} crumbs={crumbsOf(assessment)}>
      <p className="govuk-body">
        It is on the newest version of its form, or it is not yours to move: its lead officer can, while it is
        being written. <AppLink to={`/assessments/${reference}`}>Go to the assessment</AppLink>
      </p>
    </Page>
  );
};
