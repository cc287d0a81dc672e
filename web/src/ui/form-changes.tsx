import type { FormChangeKind } from "@due-regard/domain/ehria/form/compare-templates";
import { Tag, type TagColour } from "./tag.tsx";

/** Something that differs between two versions of a form, as the API tells it. */
export interface ShownChange {
  kind: FormChangeKind;
  section: string | null;
  question: string | null;
  name: string;
  details: readonly { what: string; before: string | null; after: string | null }[];
}

const CHANGE: Record<FormChangeKind, string> = {
  QUESTION_ADDED: "New question",
  QUESTION_REMOVED: "Question removed",
  QUESTION_REWORDED: "Other words",
  QUESTION_MOVED: "Moved",
  ANSWERS_CHANGED: "What can be answered",
  CONDITIONS_CHANGED: "When it is asked or needed",
  GUIDANCE_CHANGED: "Guidance",
  QUESTION_SETTINGS_CHANGED: "Settings",
  SECTION_ADDED: "New section",
  SECTION_REMOVED: "Section removed",
  SECTION_MOVED: "Section moved",
  SECTION_CHANGED: "Section changed",
  SIGN_OFF_CHANGED: "Sign-off",
  FORM_CHANGED: "The form as a whole",
};

const COLOURS: Partial<Record<FormChangeKind, TagColour>> = {
  QUESTION_ADDED: "green",
  SECTION_ADDED: "green",
  QUESTION_REMOVED: "red",
  SECTION_REMOVED: "red",
};

const Side = ({ name, text }: { name: string; text: string | null }) => (
  <div className="app-conflict__text">
    <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{name}</p>
    <p className="govuk-body app-text">{text ?? "Nothing"}</p>
  </div>
);

const ChangeItem = ({ change }: { change: ShownChange }) => (
  <li className="app-results__item">
    <p className="govuk-body govuk-!-margin-bottom-1">
      <Tag colour={COLOURS[change.kind] ?? "blue"}>{CHANGE[change.kind]}</Tag> <strong>{change.name}</strong>
    </p>
    {change.details.map(({ what, before, after }) => (
      <div key={what}>
        <p className="govuk-body govuk-!-margin-bottom-1">{what}</p>
        <div className="app-conflict__texts">
          {before === null && change.kind === "QUESTION_ADDED" ? null : <Side name="Before" text={before} />}
          {after === null && change.kind === "QUESTION_REMOVED" ? null : <Side name="Now" text={after} />}
        </div>
      </div>
    ))}
  </li>
);

/** What differs between two versions of a form, in the order of the later one. */
export const FormChanges = ({ changes }: { changes: readonly ShownChange[] }) =>
  changes.length === 0 ? (
    <p className="govuk-body">Nothing differs.</p>
  ) : (
    <>
      <p className="govuk-body">
        {changes.length === 1 ? "1 difference:" : `${changes.length.toLocaleString("en-GB")} differences:`}
      </p>
      <ul className="app-results">
        {changes.map((change) => (
          <ChangeItem key={`${change.kind} ${change.question ?? change.section ?? ""}`} change={change} />
        ))}
      </ul>
    </>
  );
