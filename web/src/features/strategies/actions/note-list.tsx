import { formatInstant } from "../../../ui/format/dates.ts";
import { Tag } from "../../../ui/tag.tsx";
import type { Action } from "../plan/types.ts";
import { STATUS } from "../words.ts";

type Note = Action["progress"][number];

/** What was said about an action, newest first. */
export const NoteList = ({ notes }: { notes: readonly Note[] }) => (
  <ol className="app-notes-list">
    {notes.toReversed().map((note) => (
      <li key={note.number} value={note.number}>
        <p className="govuk-body app-text govuk-!-margin-bottom-1">{note.text}</p>
        <p className="app-notes-list__by">
          <Tag colour={STATUS[note.status].colour}>{STATUS[note.status].words}</Tag> {note.author.name},{" "}
          <time dateTime={note.recordedAt}>{formatInstant(note.recordedAt)}</time>
        </p>
      </li>
    ))}
  </ol>
);
