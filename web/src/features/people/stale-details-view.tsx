import { LinkButton } from "../../ui/button.tsx";
import { Table } from "../../ui/table.tsx";
import type { Department } from "./queries.ts";
import type { Details, StaleLine } from "./stale-details.ts";

const WORDS: Record<StaleLine["path"], string> = {
  name: "Name",
  jobTitle: "Job title",
  department: "Department",
};

interface StaleDetailsProps {
  lines: readonly StaleLine[];
  details: Details;
  departments: readonly Department[];
  /** Puts what stands now into the form, in the place of what was typed. */
  onTake: (line: StaleLine) => void;
}

/** What somebody else saved while this form was open, beside what it holds now. */
export const StaleDetails = ({ lines, details, departments, onTake }: StaleDetailsProps) => {
  const inWords = (path: StaleLine["path"], value: string): string =>
    path === "department" ? (departments.find(({ id }) => id === value)?.name ?? "No one department") : value;
  return (
    <section aria-labelledby="stale-title">
      <h2 className="govuk-heading-m" id="stale-title">
        Saved by somebody else meanwhile
      </h2>
      <p className="govuk-body">
        What you typed is still in the form. Look at both, put right what should stand, and save again.
      </p>
      {lines.length === 0 ? null : (
        <Table
          caption="What was changed"
          captionHidden
          rows={lines}
          rowKey={({ path }) => path}
          columns={[
            { key: "what", heading: "Detail", rowHeading: true, cell: ({ path }) => WORDS[path] },
            { key: "theirs", heading: "Stands now", cell: ({ path, theirs }) => inWords(path, theirs) },
            { key: "mine", heading: "In this form", cell: ({ path }) => inWords(path, details[path]) },
            {
              key: "take",
              heading: "What to do",
              cell: (line) => {
                if (details[line.path] === line.theirs)
                  return line.taken ? "Taken over: you had not changed it" : "The same";
                return (
                  <LinkButton onClick={() => onTake(line)} hiddenText={`: ${WORDS[line.path]}`}>
                    Take what stands now
                  </LinkButton>
                );
              },
            },
          ]}
        />
      )}
    </section>
  );
};
