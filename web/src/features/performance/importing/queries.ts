import { graphql } from "gql.tada";
import { failureFields } from "../../../data/failure.ts";

export const PAGE_LENGTH = 50;

const countsFields = graphql(`
  fragment CountsFields on ImportCounts @_unmask {
    rows
    figures
    new
    revised
    same
    leftOut
    faulty
    warned
  }
`);

/** What every state of an import shows. */
const importFields = graphql(
  `
    fragment ImportFields on MetricImport @_unmask {
      id
      fileName
      bytes
      state
      failure
      uploadedAt
      uploadedBy {
        id
        name
      }
      progress {
        waiting
        rowsDone
        rowsInAll
      }
      counts {
        ...CountsFields
      }
      skippedFaulty
      recordedAt
      recordedBy {
        id
        name
      }
      undoneAt
      undoneBy {
        id
        name
      }
    }
  `,
  [countsFields],
);

/** Asked first: whoever may not import is refused the list as a whole. */
export const MayImportQuery = graphql(`
  query MayImport {
    viewer {
      email
      canWriteMetrics
    }
  }
`);

export const ImportsQuery = graphql(
  `
    query Imports($first: Int!, $after: String) {
      metricImports(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ImportFields
          }
        }
      }
    }
  `,
  [importFields],
);

const mappingFields = graphql(`
  fragment MappingFields on ImportMapping @_unmask {
    format
    sheet
    headerRow
    columns {
      field
      column
    }
    constants {
      field
      value
    }
    leaveOutUnknownMetrics
    leaveOutUnknownOrganisations
  }
`);

export const ImportQuery = graphql(
  `
    query Import(
      $id: ID!
      $first: Int!
      $weight: ImportProblemWeight
      $afterProblem: String
      $outcome: ImportOutcome
      $afterChange: String
    ) {
      metricImport(id: $id) {
        ...ImportFields
        mapping {
          ...MappingFields
        }
        problemCounts {
          kind
          weight
          rows
        }
        problems(first: $first, after: $afterProblem, weight: $weight) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              row
              column
              header
              printed
              kind
              weight
              wrong
              remedy
            }
          }
        }
        changes(first: $first, after: $afterChange, outcome: $outcome) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              row
              group
              before
              after
              outcome
              metric {
                code
                title
              }
              organisation {
                id
                code
                name
              }
              period {
                code
                label
              }
            }
          }
        }
      }
    }
  `,
  [importFields, mappingFields],
);

/** What is needed to say what the columns hold; the file is looked at where the address says. */
export const ColumnsQuery = graphql(
  `
    query ImportColumns($id: ID!, $sheet: String, $headerRow: Int, $format: ImportFormat) {
      metricImport(id: $id) {
        ...ImportFields
        sheets {
          name
          rows
          columns
        }
        mapping {
          ...MappingFields
        }
        suggestedMapping(sheet: $sheet, headerRow: $headerRow, format: $format) {
          ...MappingFields
        }
        columns(sheet: $sheet, headerRow: $headerRow, format: $format) {
          position
          header
        }
        firstRows(sheet: $sheet, first: 20) {
          row
          cells
        }
      }
    }
  `,
  [importFields, mappingFields],
);

export const UndoQuery = graphql(
  `
    query ImportToUndo($id: ID!) {
      metricImport(id: $id) {
        ...ImportFields
        revisedSince(first: 50) {
          totalCount
          edges {
            node {
              id
              display
              metric {
                code
                title
              }
              organisation {
                id
                name
              }
              period {
                code
                label
              }
            }
          }
        }
      }
    }
  `,
  [importFields],
);

export const ImportMutation = graphql(
  `
    mutation ImportMetrics($input: ImportMetricsInput!) {
      importMetrics(input: $input) {
        __typename
        ... on MetricsImported {
          finished
          import {
            id
            state
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);

export const UndoMutation = graphql(
  `
    mutation UndoImport($input: UndoImportInput!) {
      undoImport(input: $input) {
        __typename
        ... on ImportUndone {
          finished
          import {
            id
            state
          }
        }
        ...FailureFields
      }
    }
  `,
  [failureFields],
);
