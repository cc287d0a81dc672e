import { OWN_COLUMNS, OWN_FIELDS } from "@due-regard/domain/metrics/import/own-format";
import { AppLink } from "../../../ui/app-link.tsx";
import { Details } from "../../../ui/details.tsx";
import { Table } from "../../../ui/table.tsx";

/** What a file may hold, for whoever makes one. */
export const FormatHelp = () => (
  <>
    <Details summary="What the file must hold">
      <p className="govuk-body">
        One row for each figure, under a row of headers. The quickest start is a file that was downloaded from
        a <AppLink to="/performance">dashboard</AppLink> or a measure: its columns are these. Columns that are
        not listed are left alone. A file may have up to 200 columns, a workbook up to 20 sheets, and a cell
        up to 10,000 characters.
      </p>
      <Table
        caption="Columns"
        captionHidden
        rows={OWN_FIELDS.map((field) => OWN_COLUMNS[field])}
        rowKey={({ header }) => header}
        columns={[
          { key: "header", heading: "Header", rowHeading: true, cell: ({ header }) => header },
          { key: "needed", heading: "Needed", cell: ({ required }) => (required ? "Yes" : "No") },
          { key: "means", heading: "What stands there", cell: ({ means }) => means },
          { key: "limit", heading: "What it may be", cell: ({ limit }) => limit },
        ]}
      />
    </Details>
    <Details summary="National ASCOF files">
      <p className="govuk-body">
        The long format of the national files is read as it is published: geographical code and name, measure
        code, disaggregation, measure type (numerator, denominator or outcome) and value. Measures and
        councils that are not known here can be left out. Where the file names no year, you give it for all
        rows.
      </p>
    </Details>
  </>
);
