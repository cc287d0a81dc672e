import { useSearchParams } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { Table } from "../../../ui/table.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { FoundImport, RowProblem } from "./types.ts";
import { counted, WEIGHT } from "./words.ts";

const place = ({ column, header }: RowProblem): string => {
  if (column === null) return header ?? "The whole row";
  return header === null || header === "" ? `Column ${column}` : header;
};

const withParameter = (search: URLSearchParams, name: string, value: string | null): string => {
  const next = new URLSearchParams(search);
  next.delete("afterProblem");
  if (value === null) next.delete(name);
  else next.set(name, value);
  return `?${next}`;
};

const WEIGHTS = [
  { value: null, words: "All" },
  { value: "BLOCKS", words: "Those that stop a row" },
  { value: "WARNS", words: "Those to look at" },
] as const;

const WeightChoice = () => {
  const [search] = useSearchParams();
  const chosen = search.get("weight");
  return (
    <nav aria-label="Problems to show" className="app-choice">
      <ul className="app-choice__list">
        {WEIGHTS.map(({ value, words }) => (
          <li key={words}>
            <AppLink
              to={withParameter(search, "weight", value)}
              current={chosen === value}
              className="app-choice__link"
              staysHere
            >
              {words}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Every row's problem: where it is, what stands there, what is wrong and what to do. */
export const ProblemsTable = ({
  found,
}: {
  found: Pick<FoundImport, "id" | "problems" | "problemCounts">;
}) => {
  const [search] = useSearchParams();
  const { edges, pageInfo, totalCount } = found.problems;
  const weights = new Set(found.problemCounts.map(({ weight }) => weight));
  return (
    <section aria-labelledby="problems">
      <h2 className="govuk-heading-m" id="problems">
        Problems in the file
      </h2>
      {weights.size > 1 ? <WeightChoice /> : null}
      <p className="govuk-body">
        {counted(totalCount, "problem")}.{" "}
        <a
          className="govuk-link"
          href={`/downloads/import-problems.csv?${new URLSearchParams({ import: found.id })}`}
        >
          Download all problems as CSV
        </a>
      </p>
      <Table
        caption="Problems, in the order of the file"
        captionHidden
        rows={edges.map(({ node }, index) => ({ ...node, index }))}
        rowKey={({ row, index }) => `${row} ${index}`}
        columns={[
          { key: "row", heading: "Row", rowHeading: true, cell: ({ row }) => row.toLocaleString("en-GB") },
          { key: "column", heading: "Column", cell: place },
          {
            key: "printed",
            heading: "In the file",
            cell: ({ printed }) => (printed === null ? "" : <span className="app-printed">{printed}</span>),
          },
          {
            key: "wrong",
            heading: "What is wrong",
            cell: ({ wrong, weight }) => (
              <>
                <Tag colour={WEIGHT[weight].colour}>{WEIGHT[weight].words}</Tag>{" "}
                <span className="app-block">{wrong}</span>
              </>
            ),
          },
          { key: "remedy", heading: "What to do", cell: ({ remedy }) => remedy },
        ]}
      />
      {pageInfo.hasNextPage && pageInfo.endCursor ? (
        <p className="govuk-body">
          <AppLink to={`${withParameter(search, "afterProblem", pageInfo.endCursor)}#problems`}>
            More problems
          </AppLink>
        </p>
      ) : null}
    </section>
  );
};
