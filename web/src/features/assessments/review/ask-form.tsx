import { MAX_POINTS } from "@due-regard/domain/ehria/review/points";
import type { FormEvent } from "react";
import { useKept } from "../../../data/use-kept.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { Fieldset } from "../../../ui/form-group.tsx";
import { Select } from "../../../ui/select.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { WHOLE } from "../comments/question-places.ts";
import { COMMENT_LIMIT } from "../comments/talk-form.tsx";
import { useTalks } from "../comments/talks-context.tsx";
import type { Talk } from "../comments/types.ts";
import { REASON_FIELD } from "../deciding/reason-form.tsx";
import { TRANSITION_BUTTON } from "../deciding/transition-button.ts";
import type { Content } from "../types.ts";
import { pointPlaces } from "./point-places.ts";

/** What the chair writes when they ask for changes. */
export interface Asked {
  reason: string;
  points: { place: string; text: string }[];
  /** Ids of the comments that must be answered. */
  comments: string[];
}

const NOTHING: Asked = { reason: "", points: [], comments: [] };

/** The points as they are sent: one's own first, under the numbers by which errors name them. */
export const pointsToSend = ({ points, comments }: Asked) => [
  ...points.map(({ place, text }) => (place === WHOLE.place ? { text } : { place, text })),
  ...comments.map((comment) => ({ comment })),
];

interface AskFormProps {
  assessment: Pick<Content, "reference" | "form" | "revision">;
  person: string;
  busy: boolean;
  errors: readonly FieldError[];
  onSubmit: (asked: Asked, sent: () => void) => void;
}

const shorten = (text: string): string => (text.length <= 140 ? text : `${text.slice(0, 140)}…`);

const OpenComments = ({
  talks,
  chosen,
  labels,
  onChange,
}: {
  talks: readonly Talk[];
  chosen: readonly string[];
  labels: ReadonlyMap<string, string>;
  onChange: (comments: string[]) => void;
}) => (
  <Fieldset legend="Comments that must be answered" size="s">
    <p className="govuk-hint">Tick the ones that the lead officer must answer before it comes back.</p>
    {talks.map(({ id, author, place, text }) => (
      <Checkbox
        key={id}
        id={`answer-${id}`}
        small
        label={`${labels.get(place) ?? "The assessment"}, ${author.name}: ${shorten(text)}`}
        checked={chosen.includes(id)}
        onChange={(checked) => onChange(checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
      />
    ))}
  </Fieldset>
);

/** The reason, and the points that must be answered: comments made already, and new ones. Kept until it is sent. */
export const AskForm = ({ assessment, person, busy, errors, onSubmit }: AskFormProps) => {
  const { reference, revision } = assessment;
  const talks = useTalks()?.talks.filter(({ resolved, kind }) => !resolved && kind === "COMMENT") ?? [];
  const { value, change, clear } = useKept<Asked>(
    { person, reference, place: `ask:${revision}`, label: `Changes asked for, ${reference}` },
    NOTHING,
  );
  const places = pointPlaces(assessment.form);
  const labels = new Map(places.map((each) => [each.value, each.label]));
  const errorFor = (field: string) => errors.find((error) => error.field === field)?.message;
  const setPoint = (index: number, part: Partial<Asked["points"][number]>) =>
    change({
      ...value,
      points: value.points.map((point, at) => (at === index ? { ...point, ...part } : point)),
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const open = new Set(talks.map(({ id }) => id));
    const asked = { ...value, comments: value.comments.filter((id) => open.has(id)) };
    if (!busy) onSubmit(asked, clear);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Textarea
        id={REASON_FIELD}
        label="What should be changed, and why?"
        labelSize="s"
        hint="The lead officer and everybody who signed will read this."
        error={errorFor(REASON_FIELD)}
        limit={COMMENT_LIMIT}
        value={value.reason}
        onChange={(reason) => change({ ...value, reason })}
      />
      {talks.length > 0 ? (
        <OpenComments
          talks={talks}
          chosen={value.comments}
          labels={labels}
          onChange={(comments) => change({ ...value, comments })}
        />
      ) : null}
      <h3 className="govuk-heading-s">Points of your own</h3>
      <p className="govuk-body">
        Each point is about one question. The lead officer must answer every point before the assessment can
        be submitted again.
      </p>
      {value.points.map((point, index) => (
        // Points have no name but their place in the list.
        <div className="app-point" key={index}>
          <Select
            id={`points.${index}.place`}
            label={`Point ${index + 1} is about`}
            options={places}
            error={errorFor(`points.${index}.place`)}
            value={point.place}
            onChange={(place) => setPoint(index, { place })}
          />
          <Textarea
            id={`points.${index}.text`}
            label="What must be changed or explained?"
            rows={3}
            limit={COMMENT_LIMIT}
            error={errorFor(`points.${index}.text`)}
            value={point.text}
            onChange={(text) => setPoint(index, { text })}
          />
          <LinkButton
            hiddenText={`point ${index + 1}`}
            onClick={() => change({ ...value, points: value.points.filter((_point, at) => at !== index) })}
          >
            Take out
          </LinkButton>
        </div>
      ))}
      {value.points.length < MAX_POINTS ? (
        <p className="govuk-body">
          <LinkButton
            onClick={() => change({ ...value, points: [...value.points, { place: WHOLE.place, text: "" }] })}
          >
            Add a point
          </LinkButton>
        </p>
      ) : (
        <p className="govuk-body">A request for changes makes up to {MAX_POINTS} points.</p>
      )}
      <Button id={TRANSITION_BUTTON} variant="secondary" busy={busy}>
        Ask for changes
      </Button>
    </form>
  );
};
