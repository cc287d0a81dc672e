import { useQuery } from "urql";
import { AppLink } from "../../ui/app-link.tsx";
import { InsetText } from "../../ui/banners.tsx";
import { ASSESSMENT_STATUS } from "../../ui/status-words.ts";
import { SimilarQuery } from "./similar-query.ts";

interface SimilarNoticeProps {
  /** What the new assessment is called, once the person has left the field. */
  title: string;
  department: string;
}

/** Earlier assessments of things like it, offered to learn from. */
export const SimilarNotice = ({ title, department }: SimilarNoticeProps) => {
  const [{ data }] = useQuery({
    query: SimilarQuery,
    variables: { title, department: department || null },
    pause: title.trim() === "",
  });
  const similar = title.trim() === "" ? [] : (data?.similarAssessments ?? []);
  return (
    <div role="status">
      {similar.length > 0 ? (
        <InsetText>
          <h2 className="govuk-heading-s">Similar assessments that you can learn from</h2>
          <ul className="govuk-list">
            {similar.map((each) => (
              <li key={each.id}>
                <AppLink to={`/assessments/${each.reference}`}>{each.title}</AppLink>
                <span className="govuk-hint app-block govuk-!-margin-bottom-0">
                  {each.reference}, {each.department.name},{" "}
                  {ASSESSMENT_STATUS[each.status].words.toLowerCase()}
                </span>
              </li>
            ))}
          </ul>
        </InsetText>
      ) : null}
    </div>
  );
};
