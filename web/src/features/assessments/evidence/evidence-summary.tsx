import { AppLink } from "../../../ui/app-link.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { addressOfPlace } from "../reading/place-address.ts";
import type { Overview } from "../types.ts";
import { countPieces, KIND_WORDS, stateOf } from "./evidence-words.ts";

type Cited = Overview["evidence"][number];

/** In the order of the form; what is cited for the whole comes last. */
const byQuestion = ({ form, evidence }: Overview): [place: string, cited: Cited[]][] => {
  const keys = form.flatMap(({ questions }) => questions.map(({ key }) => key));
  const groups = Map.groupBy(evidence, ({ place }) => place.split(".")[0] ?? place);
  const order = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  return [...groups].toSorted(([left], [right]) => order(left) - order(right));
};

const QuestionLink = ({ assessment, question }: { assessment: Overview; question: string }) => {
  const found = addressOfPlace(assessment, question);
  if (!found) return <>For the assessment as a whole</>;
  const words = `For ${found.label}`;
  return assessment.availableActions.includes("EDIT") ? <AppLink to={found.to}>{words}</AppLink> : words;
};

const stateWords = (evidence: readonly Cited[]): string => {
  const changed = evidence.filter(({ changedSincePinned }) => changedSincePinned).length;
  const held = evidence.filter(({ file }) => file && file.state !== "AVAILABLE").length;
  return [
    changed > 0 ? `${changed} changed since ${changed === 1 ? "it was" : "they were"} cited.` : null,
    held > 0
      ? `${held} can’t be downloaded: the virus scanner has not let ${held === 1 ? "it" : "them"} through.`
      : null,
  ]
    .filter(Boolean)
    .join(" ");
};

/** What is cited, question by question, each piece with its state. */
export const EvidenceSummary = ({ assessment }: { assessment: Overview }) => {
  const { evidence, reference } = assessment;
  if (evidence.length === 0 && !assessment.availableActions.includes("EDIT")) return null;
  return (
    <section aria-labelledby="evidence">
      <h2 className="govuk-heading-m" id="evidence">
        Evidence
      </h2>
      <p className="govuk-body">
        {evidence.length === 0
          ? "Nothing is cited yet."
          : `${countPieces(evidence.length)}. ${stateWords(evidence)}`}{" "}
        <AppLink to={`/assessments/${reference}/evidence`}>
          {assessment.availableActions.includes("EDIT") ? "See and add evidence" : "See all evidence"}
        </AppLink>
      </p>
      {byQuestion(assessment).map(([question, cited]) => (
        <div key={question}>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
            <QuestionLink assessment={assessment} question={question} />
          </h3>
          <ul className="govuk-list govuk-list--bullet">
            {cited.map((each) => {
              const state = stateOf(each);
              return (
                <li key={each.id}>
                  {KIND_WORDS[each.kind]}: {each.pinned.title}{" "}
                  {state ? <Tag colour={state.colour}>{state.words}</Tag> : null}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
};
