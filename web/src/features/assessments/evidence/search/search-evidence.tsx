import { SEARCH_LIMITS } from "@due-regard/domain/search/read-search";
import type { ResultOf } from "gql.tada";
import { type FormEvent, useEffect, useState } from "react";
import { useQuery } from "urql";
import { createKeep } from "../../../../data/keep.ts";
import { Button } from "../../../../ui/button.tsx";
import { ErrorSummary, type FieldError } from "../../../../ui/error-summary.tsx";
import { ACTION_STATUS } from "../../../../ui/status-words.ts";
import { TextInput } from "../../../../ui/text-input.tsx";
import { useDraft } from "../../drafting/draft-context.ts";
import { usePageErrors } from "../../drafting/page-errors.ts";
import type { CitablePlace } from "../citable-place.ts";
import { useKeptForm } from "../use-kept-form.ts";
import {
  actionsIn,
  type Chosen,
  chooseAction,
  chooseElement,
  chooseFigure,
  countWords,
  elementsIn,
  type FoundFigure,
  figuresIn,
} from "./chosen.ts";
import { CITE_IDS, CiteChosen, type Citing } from "./cite-chosen.tsx";
import { ELEMENT_KINDS } from "./element-preview.tsx";
import { RatingMark, useRating } from "./figure-rating.tsx";
import { EvidenceSearchQuery } from "./queries.ts";
import { ResultList, walkResults } from "./result-list.tsx";

const FIELD = "evidence-search";
const BUTTON = "evidence-search-button";
const FIRST = 5;
const MORE = 10;
const MOST = 95;

const keepPlace = (person: string, reference: string, places: readonly CitablePlace[]) => ({
  person,
  reference,
  place: `evidence:${places[0]?.place ?? ""}`,
  label: `Note on evidence for ${places[0]?.label ?? "the assessment"}, ${reference}`,
});

/** True where a note of an earlier visit waits that was never sent. */
export const isCiting = (person: string, reference: string, places: readonly CitablePlace[]): boolean =>
  createKeep(keepPlace(person, reference, places)).read() !== null;

const checkText = (text: string): string | null => {
  if (text === "") return "Enter what to search for";
  const words = text.split(/\s+/).length;
  return text.length > SEARCH_LIMITS.characters || words > SEARCH_LIMITS.words
    ? `Search for up to ${SEARCH_LIMITS.words} words and ${SEARCH_LIMITS.characters} characters`
    : null;
};

/** What is sought, what was found, and what stands against it. */
const useSearch = () => {
  const [sought, setSought] = useState("");
  const [first, setFirst] = useState(FIRST);
  const [refusal, setRefusal] = useState<readonly FieldError[]>([]);
  const [lost, setLost] = useState<readonly FieldError[]>([]);
  const [{ data, fetching, error }, again] = useQuery({
    query: EvidenceSearchQuery,
    variables: { text: sought, first },
    pause: sought === "",
  });
  useEffect(() => {
    const message = error?.networkError
      ? "The server could not be reached. Check your connection and search again"
      : "The search did not work. Search again";
    setLost(error && !fetching ? [{ field: BUTTON, message }] : []);
  }, [error, fetching]);
  const errors = refusal.length > 0 ? refusal : lost;
  usePageErrors(errors.length > 0);
  return {
    found: sought === "" || error ? null : (data ?? null),
    fetching,
    errors,
    search: (text: string) => {
      const problem = checkText(text);
      setRefusal(problem ? [{ field: FIELD, message: problem }] : []);
      if (problem) return;
      setFirst(FIRST);
      if (text === sought) again({ requestPolicy: "network-only" });
      setSought(text);
    },
    more: () => setFirst((count) => Math.min(MOST, count + MORE)),
  };
};

const Rated = ({ figure }: { figure: FoundFigure }) => {
  const { id, metric, organisation, period } = figure;
  const place = { id, metric: metric.code, organisation: organisation.code, period: period.code };
  const rating = useRating(place);
  return rating?.effective ? <RatingMark rating={rating} /> : null;
};

const figureResult = (figure: FoundFigure, onChoose: (chosen: Chosen) => void) => ({
  id: figure.id,
  title: `${figure.metric.title}: ${figure.display}`,
  about: (
    <>
      {[figure.organisation.name, figure.period.label, figure.breakdown?.category, figure.metric.code]
        .filter(Boolean)
        .join(", ")}{" "}
      {figure.breakdown ? null : <Rated figure={figure} />}
    </>
  ),
  onChoose: () => onChoose(chooseFigure(figure)),
});

interface ResultsProps {
  found: ResultOf<typeof EvidenceSearchQuery>;
  onChoose: (chosen: Chosen) => void;
  onMore: () => void;
}

const Results = ({ found, onChoose, onMore }: ResultsProps) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons within
  <div onKeyDown={(event) => walkResults(event, FIELD)}>
    <ResultList
      heading="Figures"
      total={found.figures.totalCount}
      results={figuresIn(found.figures).map((figure) => figureResult(figure, onChoose))}
      onMore={onMore}
    />
    <ResultList
      heading="Figures of groups"
      total={found.groups.totalCount}
      results={figuresIn(found.groups).map((figure) => figureResult(figure, onChoose))}
      onMore={onMore}
    />
    <ResultList
      heading="What plans say"
      total={found.elements.totalCount}
      results={elementsIn(found.elements).map((element) => ({
        id: element.id,
        title: element.title,
        about: `${ELEMENT_KINDS[element.kind]}, ${element.strategy.title}`,
        onChoose: () => onChoose(chooseElement(element)),
      }))}
      onMore={onMore}
    />
    <ResultList
      heading="Delivery actions of plans"
      total={found.actions.totalCount}
      results={actionsIn(found.actions).map((action) => ({
        id: action.id,
        title: `${action.reference} ${action.title}`,
        about: `${ACTION_STATUS[action.status].words}, ${action.strategy.title}`,
        onChoose: () => onChoose(chooseAction(action)),
      }))}
      onMore={onMore}
    />
  </div>
);

const toResult = (id: string) =>
  document.querySelector<HTMLElement>(`[data-result="${CSS.escape(id)}"]`)?.focus();

interface SearchProps {
  places: readonly CitablePlace[];
  onCited: (title: string) => void;
}

/** One field for figures, figures of groups and what plans say; what is chosen is shown before it is cited. */
export const SearchEvidence = ({ places, onCited }: SearchProps) => {
  const { content, person } = useDraft();
  const form = useKeptForm<Citing>({
    keep: keepPlace(person, content.reference, places),
    empty: { chosen: null, place: places[0]?.place ?? "", note: "", groups: [] },
    fieldOf: (path) => (path === "note" ? CITE_IDS.note : null),
    button: CITE_IDS.button,
  });
  const [chosen, setChosen] = useState<Chosen | null>(form.restored ? form.value.chosen : null);
  const [words, setWords] = useState("");
  const { found, fetching, errors, search, more } = useSearch();
  const [backTo, setBackTo] = useState<string | null>(null);
  useEffect(() => {
    if (chosen === null && backTo !== null) toResult(backTo);
  }, [chosen, backTo]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search(words.trim());
  };
  const back = () => {
    setBackTo(chosen?.id ?? null);
    setChosen(null);
    form.setErrors([]);
  };
  if (chosen) {
    return (
      <CiteChosen
        form={form}
        chosen={chosen}
        places={places}
        onBack={back}
        onCited={(title) => {
          setChosen(null);
          onCited(title);
        }}
      />
    );
  }
  return (
    <>
      <ErrorSummary errors={errors} level={3} />
      <form onSubmit={submit} noValidate>
        <TextInput
          id={FIELD}
          label="Search figures and plans"
          hint="Words, a code, a council, a year or a group, for example “carers Leicester 2017/18” or “employment women”. Without a council: your own."
          error={errors.find(({ field }) => field === FIELD)?.message}
          type="search"
          value={words}
          onChange={setWords}
        />
        <Button id={BUTTON} variant="secondary" busy={fetching}>
          Search
        </Button>
      </form>
      <div role="status" className="govuk-body">
        {fetching ? "Searching…" : found ? countWords(found) : ""}
      </div>
      {found ? (
        <Results
          found={found}
          onMore={more}
          onChoose={(next) => {
            setBackTo(null);
            // Groups belong to the figure that they were ticked for; a note may still be wanted.
            if (form.value.groups.length > 0) form.change({ ...form.value, chosen: next, groups: [] });
            setChosen(next);
          }}
        />
      ) : null}
    </>
  );
};
