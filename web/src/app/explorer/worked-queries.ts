/** The explorer's first tabs. A test holds each against the checked-in schema. */
export interface WorkedQuery {
  query: string;
  variables: Record<string, string>;
}

export const WORKED_QUERIES: readonly WorkedQuery[] = [
  {
    query: `# A dashboard as a committee saw it: every measure with its target, figure, rating and quartile.
query Dashboard($organisation: String!, $period: String!) {
  dashboard(organisation: $organisation, period: $period) {
    title
    reportedOn
    summary { sentence }
    groups {
      layer { title }
      outcome { title }
      rows {
        metric { code title aim }
        target { display }
        current { display doubts }
        previous { display }
        rating { effective reason }
        progress { comparison basis }
        quartile
      }
    }
  }
}
`,
    variables: { organisation: "E10000018", period: "2019-04/2019-11" },
  },
  {
    query: `# One measure over the years, with each revision and the paper that it comes from.
query OneMetric($code: String!, $organisation: String!) {
  metric(code: $code) {
    title
    definitions { validFrom text breakNote }
    observations(organisation: $organisation, first: 50) {
      edges {
        node {
          period { label }
          display
          value
          source { title meetingDate }
          revisions { display recordedAt }
        }
      }
    }
    targets(organisation: $organisation) { period { label } display }
  }
}
`,
    variables: { code: "1C pt 2a", organisation: "E10000018" },
  },
  {
    query: `# How each measure was rated and why, with the commentary written about it.
query Ratings($organisation: String!, $period: String!) {
  dashboard(organisation: $organisation, period: $period) {
    summary { counts { label count } }
    groups {
      rows {
        title
        current { display }
        rating { effective suggested judged comparison reason judgedAt }
        commentary { data review action writtenAt }
      }
    }
  }
}
`,
    variables: { organisation: "E10000018", period: "2020-04/2020-11" },
  },
  {
    query: `# Who am I, and what may I do? Null when nobody is signed in.
query WhoAmI {
  viewer {
    user { name jobTitle }
    department { name }
    roles { role department { name } }
    scopes
    canStartAssessment
    canWriteMetrics
  }
}
`,
    variables: {},
  },
  {
    query: `# An assessment: its tasks, what the checker found, and what you may do with it now. Sign in first.
query AnAssessment {
  assessments(first: 1) {
    edges {
      node {
        reference
        title
        status
        sections { title status answered required }
        findings { weight message remedy }
        availableActions
        unavailableActions { action because }
      }
    }
  }
}
`,
    variables: {},
  },
];
