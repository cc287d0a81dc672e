import { useId, useState } from "react";
import { useClient, useQuery } from "urql";
import { newKey } from "../../../../data/new-key.ts";
import { explain, outcomeOf } from "../../../../data/outcome.ts";
import { Button, LinkButton } from "../../../../ui/button.tsx";
import { formatDate } from "../../../../ui/format/dates.ts";
import { Radios } from "../../../../ui/radios.tsx";
import { Select } from "../../../../ui/select.tsx";
import { TextInput } from "../../../../ui/text-input.tsx";
import { LinkEvidenceMutation } from "../../mutations.ts";
import { useDraft } from "../draft-context.ts";
import type { CitablePlace } from "./citable-place.ts";
import type { FoundMetric } from "./metric-list.tsx";
import { MetricFiguresQuery } from "./queries.ts";

interface FigureChoiceProps {
  metric: FoundMetric;
  places: readonly CitablePlace[];
  onCited: (title: string) => void;
  onBack: () => void;
}

const useCite = (onCited: (title: string) => void) => {
  const client = useClient();
  const { content } = useDraft();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  // The same try sent twice is stored once: a lost answer does not make two citations.
  const [attempt, setAttempt] = useState(() => newKey());
  const cite = async (input: { place: string; observation: string; note: string | null }, title: string) => {
    setBusy(true);
    const { data, error } = await client
      .mutation(LinkEvidenceMutation, {
        input: { reference: content.reference, ...input, idempotencyKey: attempt },
      })
      .toPromise();
    setBusy(false);
    const outcome = outcomeOf(data?.linkEvidence, error);
    if (outcome.kind !== "DONE") return setProblem(explain(outcome));
    setAttempt(newKey());
    setProblem(undefined);
    onCited(title);
  };
  return { cite, busy, problem, setProblem };
};

/** One measure's figures of one organisation, to see and to cite. */
export const FigureChoice = ({ metric, places, onCited, onBack }: FigureChoiceProps) => {
  const id = useId();
  const [organisation, setOrganisation] = useState(metric.organisations[0]?.code ?? "");
  const [figure, setFigure] = useState<string | null>(null);
  const [place, setPlace] = useState(places[0]?.place ?? "");
  const [note, setNote] = useState("");
  const { cite, busy, problem, setProblem } = useCite(onCited);
  const [{ data }] = useQuery({
    query: MetricFiguresQuery,
    variables: { code: metric.code, organisation },
    pause: organisation === "",
  });
  const figures = (data?.metric?.observations.edges.map((edge) => edge.node) ?? []).toSorted((left, right) =>
    right.period.end.localeCompare(left.period.end),
  );
  const submit = () => {
    if (!figure) return setProblem("Choose the figure to cite");
    void cite({ place, observation: figure, note: note.trim() || null }, metric.title);
    setFigure(null);
    setNote("");
  };
  return (
    <>
      <p className="govuk-body">
        <LinkButton onClick={onBack}>Back to the measures found</LinkButton>
      </p>
      <h3 className="govuk-heading-s">{metric.title}</h3>
      {metric.organisations.length > 1 ? (
        <Select
          id={`${id}-organisation`}
          label="Organisation"
          options={metric.organisations.map(({ code, name }) => ({ value: code, label: name }))}
          value={organisation}
          onChange={(code) => {
            setOrganisation(code);
            setFigure(null);
          }}
        />
      ) : null}
      <Radios
        id={`${id}-figure`}
        legend="Which figure?"
        error={problem}
        small
        value={figure}
        onChange={setFigure}
        options={figures.map((each) => ({
          value: each.id,
          label: (
            <>
              <strong>{each.display}</strong>, {each.period.label}
            </>
          ),
          hint: [
            each.source &&
              `${each.source.title}${each.source.meetingDate ? `, ${formatDate(each.source.meetingDate)}` : ""}`,
            ...each.doubts.map((doubt) => `Doubt: ${doubt}`),
          ]
            .filter(Boolean)
            .join(". "),
        }))}
      />
      {places.length > 1 ? (
        <Select
          id={`${id}-place`}
          label="Cite it for"
          options={places.map((each) => ({ value: each.place, label: each.label }))}
          value={place}
          onChange={setPlace}
        />
      ) : null}
      <TextInput id={`${id}-note`} label="What it shows (optional)" value={note} onChange={setNote} />
      <Button type="button" variant="secondary" busy={busy} onClick={submit}>
        Cite this figure
      </Button>
    </>
  );
};
