import { useSearchParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { Details } from "../../ui/details.tsx";
import { DownloadList } from "../../ui/download-list.tsx";
import { Page } from "../../ui/page.tsx";
import { AssessmentLine, BehindCell } from "./behind-cell.tsx";
import { FilterForm } from "./filter-form.tsx";
import { chosenIn, downloadAddress, impactVariables } from "./impact-address.ts";
import { ImpactChart } from "./impact-chart.tsx";
import { ImpactTable } from "./impact-table.tsx";
import { NothingBehind } from "./nothing-behind.tsx";
import { ImpactQuery } from "./queries.ts";
import { type Cumulative, type Impact, rowsOf } from "./types.ts";

const FORMATS = [
  { ending: "csv", words: "CSV" },
  { ending: "xlsx", words: "spreadsheet (XLSX)" },
  { ending: "ods", words: "OpenDocument spreadsheet (ODS)" },
];

const countedWords = ({ assessmentCount, notCounted }: Cumulative): string => {
  const counted = assessmentCount === 1 ? "1 assessment counts" : `${assessmentCount} assessments count`;
  if (notCounted === 0) return `${counted}: all that you may see and that fit.`;
  return `${counted}. ${notCounted} more that you may see ${notCounted === 1 ? "fits and does" : "fit and do"} not count, because of ${notCounted === 1 ? "its" : "their"} status.`;
};

const Counted = ({ impact }: { impact: Cumulative }) => (
  <Details summary={`Which ${impact.assessmentCount === 1 ? "assessment counts" : "assessments count"}`}>
    <ul className="govuk-list govuk-list--spaced">
      {impact.assessments.map((assessment) => (
        <li key={assessment.id}>
          <AssessmentLine assessment={assessment} />
        </li>
      ))}
    </ul>
  </Details>
);

/** The same choice on the page for a committee report, which rests on what is signed whatever counts here. */
const packAddress = (search: URLSearchParams): URLSearchParams => {
  const { status: _, ...chosen } = chosenIn(search);
  return new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ""));
};

const Found = ({ impact, departments }: { impact: Cumulative } & Pick<Impact, "departments">) => {
  const [search] = useSearchParams();
  const rows = rowsOf(impact.cells);
  const total = impact.assessmentCount;
  return (
    <>
      <div className="govuk-inset-text">
        {impact.headline.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <ImpactChart rows={rows} total={total} />
      <ImpactTable rows={rows} total={total} />
      <BehindCell impact={impact} />
      <Counted impact={impact} />
      <DownloadList
        words="this table"
        links={FORMATS.map(({ ending, words }) => ({
          href: downloadAddress(`impact.${ending}`, search, departments),
          words,
        }))}
      />
      <p className="govuk-body">
        <AppLink to={`/pack?${packAddress(search)}`}>Draw up the paragraphs for a committee report</AppLink>
      </p>
    </>
  );
};

/** Who is affected by many changes together, and what nobody looks after. */
export const ImpactPage = () => {
  const [search] = useSearchParams();
  return <ImpactView data={useLiveData(ImpactQuery, impactVariables(search))} />;
};

export const ImpactView = ({ data }: { data: Impact }) => {
  const [search] = useSearchParams();
  const { departments, strategies, cumulativeImpact: impact } = data;
  return (
    <Page title="Cumulative impact">
      <p className="govuk-body">
        Which groups of people are affected by many changes together, in which direction, and by which
        assessments. “Affected” does not mean harmed: the direction says that. Where an assessment has a full
        report, it counts rather than the screening.
      </p>
      <FilterForm key={JSON.stringify(chosenIn(search))} departments={departments} strategies={strategies} />
      <p className="govuk-body" role="status">
        {countedWords(impact)}
      </p>
      {impact.assessmentCount === 0 ? (
        <p className="govuk-body">
          There is nothing to add up yet. An assessment counts once it is signed off; choose another plan or
          year, or also count what is being written or reviewed.
        </p>
      ) : (
        <Found impact={impact} departments={departments} />
      )}
      <NothingBehind impact={impact} strategies={strategies} />
    </Page>
  );
};
