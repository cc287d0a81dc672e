import { type FormEvent, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { Button } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { Select } from "../../../ui/select.tsx";
import { Differences, HowToRead } from "./differences.tsx";
import { ChangesQuery } from "./queries.ts";

const numberIn = (search: URLSearchParams, name: string): number | null => {
  const text = search.get(name) ?? "";
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
};

/** Which revisions an address asks to compare. Without any: the one in force with the one before. */
export const changesVariables = (reference: string, search: URLSearchParams) => ({
  reference,
  from: numberIn(search, "from"),
  to: numberIn(search, "to"),
});

interface Revision {
  number: number;
  sealedAt: string | null;
}

const nameOf = ({ number, sealedAt }: Revision): string =>
  sealedAt
    ? `Revision ${number}, submitted ${formatDay(sealedAt)}`
    : `Revision ${number}, still being written`;

interface Choice {
  from: number | null;
  to: number | null;
}

/** Any two revisions can be compared. With two there is nothing to choose. */
const ChoiceForm = ({ revisions, shown }: { revisions: readonly Revision[]; shown: Choice }) => {
  const [, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState({ from: String(shown.from ?? ""), to: String(shown.to ?? "") });
  const options = revisions.map((revision) => ({
    value: String(revision.number),
    label: nameOf(revision),
  }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(chosen);
  };
  return (
    <form className="app-filters" onSubmit={submit}>
      <h2 className="govuk-visually-hidden">Choose what to compare</h2>
      <Select
        id="from"
        label="From"
        options={options}
        value={chosen.from}
        onChange={(from) => setChosen({ ...chosen, from })}
      />
      <Select
        id="to"
        label="To"
        options={options}
        value={chosen.to}
        onChange={(to) => setChosen({ ...chosen, to })}
      />
      <Button variant="secondary">Compare</Button>
    </form>
  );
};

/** What one revision says otherwise than an earlier one, question by question and word by word. */
export const ChangesPage = () => {
  const { reference = "" } = useParams();
  const [search] = useSearchParams();
  const variables = changesVariables(reference, search);
  const { assessment } = useLiveData(ChangesQuery, variables);
  if (!assessment) return null;
  const { changes, revisions } = assessment;
  return (
    <Page
      title={changes ? `What changed in revision ${changes.to}` : "What changed"}
      caption={assessment.title}
      crumbs={[
        { to: "/assessments", words: "Assessments" },
        { to: `/assessments/${reference}`, words: reference },
      ]}
    >
      {revisions.length > 2 ? (
        <ChoiceForm key={search.toString()} revisions={revisions} shown={changes ?? variables} />
      ) : null}
      {changes ? (
        <>
          <p className="govuk-body" role="status">
            {changes.questions.length === 0
              ? `Revision ${changes.to} says the same as revision ${changes.from}.`
              : `Compared with revision ${changes.from}, ${changes.questions.length === 1 ? "one question differs" : `${changes.questions.length} questions differ`}.`}
          </p>
          {changes.questions.length > 0 ? <HowToRead /> : null}
          <Differences changes={changes} />
        </>
      ) : (
        <p className="govuk-body">
          {revisions.length < 2
            ? "There is no earlier revision to compare with."
            : "Choose an earlier revision to compare with a later one."}
        </p>
      )}
    </Page>
  );
};
