import { JUDGEMENT_LIMITS } from "@due-regard/domain/metrics/judgement-limits";
import { Details } from "../../../ui/details.tsx";
import { formatDay } from "../../../ui/format/dates.ts";
import { Textarea } from "../../../ui/textarea.tsx";
import { type CommentaryDraft, PARTS } from "./commentary-edit.ts";
import type { Editable, EditFieldsProps } from "./types.ts";

/** What others wrote about the same figure. Nobody changes another's words. */
const Others = ({ row, person }: Editable) => {
  const others = row.commentary.filter(({ author }) => author.id !== person);
  if (others.length === 0) return null;
  return (
    <Details
      summary={others.length === 1 ? "What somebody else wrote" : `What ${others.length} others wrote`}
    >
      {others.map((each) => (
        <div key={each.id}>
          <p className="govuk-body govuk-!-font-weight-bold">
            {each.author.name}, {formatDay(each.writtenAt)}
          </p>
          {PARTS.map(({ key, label }) =>
            each[key] ? (
              <p key={key} className="govuk-body app-text">
                {label}: {each[key]}
              </p>
            ) : null,
          )}
        </div>
      ))}
    </Details>
  );
};

/** What the data show, what the review found, what action follows. */
export const CommentaryFields = ({
  editable,
  draft,
  onChange,
  errorFor,
}: EditFieldsProps<CommentaryDraft>) => (
  <>
    <Others {...editable} />
    {PARTS.map(({ key, label, hint }) => (
      <Textarea
        key={key}
        id={`edit-${key}`}
        label={label}
        hint={hint}
        rows={4}
        limit={{ max: JUDGEMENT_LIMITS.commentary, unit: "characters" }}
        error={errorFor(`edit-${key}`)}
        value={draft[key]}
        onChange={(text) => onChange({ ...draft, [key]: text })}
      />
    ))}
  </>
);
