import { useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { formatInstant } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { SummaryCard, SummaryList } from "../../../ui/summary-list.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { addressOfPlace } from "../reading/place-address.ts";
import { type GivenUpText, type KeptAssessment, KeptQuery, type KeptText } from "./queries.ts";

interface Part<Rows> {
  assessment: KeptAssessment;
  /** Whoever may only read is led to no field. */
  editable: boolean;
  rows: Rows;
}

const WHY: readonly { why: KeptText["why"]; title: string; words: string }[] = [
  {
    why: "HIDDEN",
    title: "Other answers make them unnecessary",
    words: "They count again as soon as the answers that hide them change.",
  },
  {
    why: "WAITS",
    title: "It isn’t decided yet whether they are asked for",
    words: "They count once the answers that decide about them call for them.",
  },
  {
    why: "OVERRULED",
    title: "Another answer follows",
    words: "What was ticked counts again as soon as nothing else follows.",
  },
  {
    why: "NOT_IN_FORM",
    title: "This version of the form does not ask for them",
    words:
      "Copy what you need into another answer. They count again should a later version of the form ask for them.",
  },
];

/** The name of a place, which leads to its field for those who may change it. */
const Place = ({
  assessment,
  editable,
  place,
  label,
}: Omit<Part<never>, "rows"> & { place: string | null; label: string }) => {
  const address = editable && place !== null ? addressOfPlace(assessment, place) : null;
  return address === null ? label : <AppLink to={address.to}>{label}</AppLink>;
};

const Deciders = ({ rows, ...part }: Part<KeptText["decidedBy"]>) =>
  rows.length === 0 ? null : (
    <>
      <p className="govuk-body govuk-!-margin-bottom-1">
        {part.editable ? "To bring it back, look at:" : "This is decided by:"}
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {rows.map(({ place, label, says }) => (
          <li key={place}>
            <Place {...part} place={place} label={label} />, now: {says}
          </li>
        ))}
      </ul>
    </>
  );

/** What one and the same thing keeps from counting, together. */
const Because = ({ rows, ...part }: Part<readonly KeptText[]>) => {
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <SummaryCard title={`${first.reason}.`} headingLevel={3}>
      <Deciders {...part} rows={first.decidedBy} />
      <SummaryList
        rows={rows.map(({ label, says }, index) => ({
          key: `${index} ${label}`,
          label,
          value: <span className="app-text">{says}</span>,
        }))}
      />
    </SummaryCard>
  );
};

const Kept = ({ rows, ...part }: Part<readonly KeptText[]>) =>
  WHY.map(({ why, title, words }) => {
    const some = rows.filter((each) => each.why === why);
    if (some.length === 0) return null;
    return (
      <section key={why} aria-labelledby={`why-${why}`}>
        <h2 className="govuk-heading-m" id={`why-${why}`}>
          {title}
        </h2>
        <p className="govuk-body">{words}</p>
        {[...Map.groupBy(some, ({ reason }) => reason)].map(([reason, together]) => (
          <Because key={reason} {...part} rows={together} />
        ))}
      </section>
    );
  });

const GivenUp = ({ rows, ...part }: Part<readonly GivenUpText[]>) =>
  rows.length === 0 ? null : (
    <section aria-labelledby="given-up">
      <h2 className="govuk-heading-m" id="given-up">
        Given up for somebody else’s text
      </h2>
      <p className="govuk-body">
        Two people wrote the same answer at once, and one of them chose the other text. To bring one back,
        copy what you need of it into the answer.
      </p>
      {rows.map(({ id, place, label, text, at, by }) => (
        <SummaryCard key={id} title={`For ${label}, ${formatInstant(at)}`} headingLevel={3}>
          <p className="govuk-body app-text">{text}</p>
          <p className="govuk-hint govuk-!-margin-bottom-0">
            {by === null ? "" : `Written by ${by.name}. `}
            <Place {...part} place={place} label={part.editable ? `Go to ${label}` : ""} />
          </p>
        </SummaryCard>
      ))}
    </section>
  );

/** Everything that is kept of an assessment and doesn't count, with the reason and the way back. */
export const KeptView = ({ assessment }: { assessment: KeptAssessment }) => {
  const { reference, title, keptAside, givenUpTexts } = assessment;
  const editable = assessment.availableActions.includes("EDIT");
  return (
    <Page
      title="Kept but not counted"
      caption={title}
      crumbs={[
        { to: "/assessments", words: "Assessments" },
        { to: `/assessments/${reference}`, words: reference },
      ]}
    >
      <p className="govuk-body">
        Nothing that somebody wrote is thrown away. What stands here is neither checked nor signed nor
        published.
      </p>
      {keptAside.length + givenUpTexts.length === 0 ? (
        <p className="govuk-body">Everything that was written counts.</p>
      ) : null}
      <Kept assessment={assessment} editable={editable} rows={keptAside} />
      <GivenUp assessment={assessment} editable={editable} rows={givenUpTexts} />
    </Page>
  );
};

export const KeptPage = () => {
  const { reference = "" } = useParams();
  const { assessment } = useLiveData(KeptQuery, { reference });
  return assessment ? <KeptView assessment={assessment} /> : <MissingAssessment />;
};
