import { REASON_WORDS } from "@due-regard/domain/ehria/cumulative/counting-impact";
import { useEffect, useRef } from "react";
import { useLocation, useSearchParams } from "react-router";
import { AppLink } from "../../ui/app-link.tsx";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import { Tag } from "../../ui/tag.tsx";
import { cellIn } from "./impact-address.ts";
import type { Cell, Cumulative, Listed } from "./types.ts";

export const AssessmentLine = ({ assessment, after }: { assessment: Listed; after?: string | undefined }) => (
  <>
    <AppLink to={`/assessments/${assessment.reference}`}>{assessment.title}</AppLink>{" "}
    <Tag colour={ASSESSMENT_STATUS[assessment.status].colour}>
      {ASSESSMENT_STATUS[assessment.status].words}
    </Tag>
    <span className="govuk-hint app-block govuk-!-margin-bottom-0">
      {assessment.reference}, {assessment.department.name}
      {after ? `. ${after}` : ""}
    </span>
  </>
);

const Behind = ({ cell, impact }: { cell: Cell; impact: Cumulative }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === "#behind") heading.current?.focus();
  }, [hash, cell.characteristic, cell.column]);
  const byId = new Map(impact.assessments.map((each) => [each.id, each]));
  return (
    <section className="app-impact__behind" aria-labelledby="behind">
      <h2 className="govuk-heading-m" id="behind" tabIndex={-1} ref={heading}>
        {cell.label}, {cell.columnLabel.toLowerCase()}: {cell.count} of {impact.assessmentCount}
      </h2>
      {cell.count === 0 ? (
        <p className="govuk-body">No assessment says this.</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {cell.entries.map(({ assessment: { id }, reason }) => {
            const assessment = byId.get(id);
            return assessment === undefined ? null : (
              <li key={id}>
                <AssessmentLine
                  assessment={assessment}
                  after={reason === null ? undefined : REASON_WORDS[reason]}
                />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
};

/** The assessments behind the cell that the address names. */
export const BehindCell = ({ impact }: { impact: Cumulative }) => {
  const [search] = useSearchParams();
  const open = cellIn(search);
  const cell = impact.cells.find(
    ({ characteristic, column }) => characteristic === open?.characteristic && column === open.column,
  );
  return cell === undefined ? null : <Behind cell={cell} impact={impact} />;
};
