import { graphql } from "gql.tada";

const versionFields = graphql(`
  fragment VersionFields on FormTemplate @_unmask {
    id
    key
    version
    title
    publishedAt
    assessmentCount
    publishedBy {
      id
      name
    }
  }
`);

const changeFields = graphql(`
  fragment ChangeFields on FormChange @_unmask {
    kind
    section
    question
    name
    details {
      what
      before
      after
    }
  }
`);

const draftFields = graphql(`
  fragment DraftFields on FormDraft @_unmask {
    key
    title
    version
    nextVersion
    savedAt
    savedBy {
      id
      name
    }
    startedBy {
      id
      name
    }
    basedOn {
      id
      version
    }
    faults {
      path
      section
      question
      message
      remedy
    }
  }
`);

export const FormsQuery = graphql(
  `
    query Forms {
      viewer {
        canEditForms
      }
      forms {
        key
        title
        newest {
          ...VersionFields
        }
        versions {
          id
          version
        }
        draft {
          key
          version
          savedAt
        }
      }
    }
  `,
  [versionFields],
);

export const FormQuery = graphql(
  `
    query Form($key: String!) {
      viewer {
        canEditForms
      }
      form(key: $key) {
        key
        title
        versions {
          ...VersionFields
          intro
        }
        draft {
          ...DraftFields
        }
      }
    }
  `,
  [versionFields, draftFields],
);

/** One published version, whole. */
export const VersionQuery = graphql(
  `
    query FormVersion($key: String!, $version: Int!) {
      viewer {
        canEditForms
      }
      form(key: $key) {
        key
        title
        versions {
          id
          version
        }
        version(number: $version) {
          ...VersionFields
          hash
          document
        }
      }
    }
  `,
  [versionFields],
);

/** What one published version changed in an earlier one. */
export const VersionChangesQuery = graphql(
  `
    query FormVersionChanges($key: String!, $version: Int!, $since: Int!) {
      form(key: $key) {
        key
        title
        versions {
          id
          version
        }
        version(number: $version) {
          ...VersionFields
          changesSince(version: $since) {
            ...ChangeFields
          }
        }
      }
    }
  `,
  [versionFields, changeFields],
);

/** The draft, whole: what the pages that edit it begin with. */
export const DraftQuery = graphql(
  `
    query FormDraft($key: String!) {
      viewer {
        canEditForms
        user {
          id
        }
      }
      form(key: $key) {
        key
        title
        versions {
          ...VersionFields
        }
        askedQuestions {
          key
          label
          kind
          version
        }
        draft {
          ...DraftFields
          document
          sameAs {
            id
            version
          }
        }
      }
    }
  `,
  [versionFields, draftFields],
);

/** What publishing the draft would change. */
export const DraftChangesQuery = graphql(
  `
    query FormDraftChanges($key: String!) {
      viewer {
        canEditForms
      }
      form(key: $key) {
        key
        title
        versions {
          ...VersionFields
        }
        draft {
          ...DraftFields
          sameAs {
            id
            version
          }
          changes {
            ...ChangeFields
          }
        }
      }
    }
  `,
  [versionFields, draftFields, changeFields],
);
