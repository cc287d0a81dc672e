import type { ResultOf } from "gql.tada";
import { useSearchParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { DownloadList } from "../../../ui/download-list.tsx";
import { Page } from "../../../ui/page.tsx";
import { ASSESSMENT_STATUS } from "../../../ui/status-words.ts";
import { packChosenIn, packFile, packVariables } from "./pack-address.ts";
import { PackForm } from "./pack-form.tsx";
import { PackText } from "./pack-text.tsx";
import { PackQuery } from "./queries.ts";

type Found = ResultOf<typeof PackQuery>;
type Pack = Found["committeePack"];

const FORMATS = [
  { ending: "docx", words: "Word document (DOCX)" },
  { ending: "pdf", words: "PDF" },
];

const LeftOut = ({ leftOut }: Pick<Pack, "leftOut">) => (
  <div className="govuk-inset-text">
    <p>
      {leftOut.length === 1 ? "This one is" : "These are"} not signed off, so nothing is said of{" "}
      {leftOut.length === 1 ? "it" : "them"}:
    </p>
    <ul className="govuk-list govuk-list--bullet">
      {leftOut.map(({ id, reference, title, status }) => (
        <li key={id}>
          <AppLink to={`/assessments/${reference}`}>{title}</AppLink>
          {` (${reference}, ${ASSESSMENT_STATUS[status].words.toLowerCase()})`}
        </li>
      ))}
    </ul>
  </div>
);

const Preview = ({ pack }: { pack: Pack }) => (
  <section aria-labelledby="preview">
    <h2 className="govuk-heading-m" id="preview">
      As it would read
    </h2>
    <div className="app-pack">
      {pack.parts.map(({ heading, paragraphs }) => (
        <div key={heading ?? ""}>
          {heading === null ? null : <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{heading}</h3>}
          {paragraphs.map((paragraph) => (
            <p className="govuk-body" key={paragraph}>
              {paragraph}
            </p>
          ))}
        </div>
      ))}
      {pack.references.length === 0 ? null : (
        <>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">Signed assessments</h3>
          <ul className="govuk-list govuk-list--spaced">
            {pack.references.map(({ reference, title, details }) => (
              <li key={reference}>
                <AppLink to={`/assessments/${reference}`}>{`${reference}: ${title}`}</AppLink>
                {details.map((detail) => (
                  <span
                    className="govuk-hint app-block govuk-!-margin-bottom-0 app-pack__detail"
                    key={detail}
                  >
                    {detail}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  </section>
);

const countWords = (count: number): string =>
  count === 1 ? "1 signed assessment" : `${count} signed assessments`;

/** What a committee report says of equality and human rights, drawn up from signed assessments. */
export const PackPage = () => {
  const [search] = useSearchParams();
  return <PackView data={useLiveData(PackQuery, packVariables(search))} />;
};

export const PackView = ({ data }: { data: Found }) => {
  const [search] = useSearchParams();
  const { committeePack: pack, departments } = data;
  return (
    <Page title="For a committee report" crumbs={[{ to: "/impact", words: "Cumulative impact" }]}>
      <p className="govuk-body">
        The paragraphs on equality and human rights for a committee report, drawn up from signed assessments,
        with the dashboard as an appendix where you choose one. A report becomes public: no names of people
        are in it, but titles of assessments are. Read it before you use it.
      </p>
      <PackForm key={JSON.stringify(packChosenIn(search))} {...data} />
      <p className="govuk-body" role="status">
        {pack.assessments.length === 0
          ? "No signed assessment is chosen. Name some by reference, or choose a plan, a year or a department."
          : `${countWords(pack.assessments.length)} chosen.`}
      </p>
      {pack.leftOut.length > 0 ? <LeftOut leftOut={pack.leftOut} /> : null}
      {pack.assessments.length > 0 || search.get("dashboard") ? (
        <DownloadList
          words="it"
          links={FORMATS.map(({ ending, words }) => ({ href: packFile(ending, search, departments), words }))}
        />
      ) : null}
      {pack.assessments.length > 0 ? (
        <>
          <Preview pack={pack} />
          <PackText key={pack.text} text={pack.text} />
        </>
      ) : null}
    </Page>
  );
};
