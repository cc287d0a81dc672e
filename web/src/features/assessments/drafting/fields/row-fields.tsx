import {
  describeCharacteristic,
  describeRight,
  RIGHT_KIND_WORDS,
  RIGHT_PART_WORDS,
} from "@due-regard/domain/ehria/impact-words";
import { useParams } from "react-router";
import type { TagColour } from "../../../../ui/tag.tsx";
import { type Task, TaskList } from "../../../../ui/task-list.tsx";
import { useFindings } from "../../checking/findings-context.tsx";
import { findingsAt } from "../../checking/visible-findings.ts";
import type { Finding } from "../../types.ts";
import { useDraft } from "../draft-context.ts";
import { useDraftPlace } from "../draft-place.ts";
import { rightKey, rightSlug, toSlug } from "../rows.ts";
import type { FieldProps } from "./field.ts";

const rowStatus = (affected: boolean | null, words: string): { words: string; colour: TagColour | null } => ({
  words,
  colour: affected === null ? "blue" : null,
});

/** Says that there is something to read on the row's own page. What is merely missing, its status says. */
const noteHint = (findings: readonly Finding[], place: string): string | null => {
  const notes = findingsAt(findings, place).filter(({ weight }) => weight !== "BLOCKS").length;
  return notes === 0 ? null : `The checker has ${notes === 1 ? "a note" : `${notes} notes`} on it`;
};

const useSectionAddress = (): string => {
  const { section = "" } = useParams();
  const { content } = useDraft();
  return `${useDraftPlace(content.reference).address}/${section}`;
};

const Heading = ({ question, label }: FieldProps) => (
  <>
    <h2 className="govuk-heading-m">{label}</h2>
    {question.hint ? <p className="govuk-hint">{question.hint}</p> : null}
  </>
);

/** The characteristics, each answered on its own page. */
export const CharacteristicRowsField = ({ question, label }: FieldProps) => {
  const { content } = useDraft();
  const { findings } = useFindings();
  const address = useSectionAddress();
  const tasks: Task[] = content.characteristicImpacts
    .filter((impact) => impact.stage === (question.stage ?? "SCREENING"))
    .map((impact) => ({
      key: impact.characteristic,
      title: impact.label,
      to: `${address}/characteristics/${toSlug(impact.characteristic)}`,
      hint: noteHint(findings, `${question.key}.${impact.characteristic}`),
      status: rowStatus(impact.affected, describeCharacteristic(impact)),
    }));
  return (
    <>
      <Heading question={question} label={label} />
      <TaskList tasks={tasks} />
    </>
  );
};

/** The rights, each answered on its own page. The same article number occurs in both parts. */
export const RightRowsField = ({ question, label }: FieldProps) => {
  const { content } = useDraft();
  const { findings } = useFindings();
  const address = useSectionAddress();
  const rights = content.rightImpacts.filter((impact) => impact.stage === (question.stage ?? "SCREENING"));
  const tasksOf = (part: "CONVENTION" | "FIRST_PROTOCOL"): Task[] =>
    rights
      .filter((right) => right.part === part)
      .map((right) => ({
        key: rightSlug(right),
        title: `Article ${right.article}: ${right.title}`,
        hint: [
          `${RIGHT_KIND_WORDS[right.kind]} right`,
          noteHint(findings, `${question.key}.${rightKey(right)}`),
        ]
          .filter(Boolean)
          .join(". "),
        to: `${address}/rights/${rightSlug(right)}`,
        status: rowStatus(right.affected, describeRight(right)),
      }));
  return (
    <>
      <Heading question={question} label={label} />
      {(["CONVENTION", "FIRST_PROTOCOL"] as const).map((part) => (
        <section key={part}>
          <h3 className="govuk-heading-s">{RIGHT_PART_WORDS[part]}</h3>
          <TaskList tasks={tasksOf(part)} />
        </section>
      ))}
    </>
  );
};
