import type { FieldsByAct } from "./schema-policy-row.ts";

/** The rows of the schema's policy for figures, plans and files of figures: see schema-policy.ts. */
export const PERFORMANCE_POLICY: Readonly<Record<string, FieldsByAct>> = {
  Metric: {
    inherit:
      "id code title description framework officialCode aim unit accumulation tags numeratorLabel denominatorLabel definitions observations commentary disparities forecast noForecastReason breakdowns ranking groupRankings rankingGroups reportedStandings benchmarks sideBySide targets results judgements organisations strategyElements",
    "assessments.list": "assessments equalityActions equalityActionCounts",
  },
  MetricDefinition: { inherit: "validFrom validTo text breakNote source" },
  MetricConnection: { inherit: "edges pageInfo totalCount" },
  MetricEdge: { inherit: "node cursor" },
  Source: { inherit: "key title authority committee meetingDate doubts" },
  Period: { inherit: "code label kind start end" },
  Observation: {
    inherit:
      "id metric organisation period breakdown status unit value numerator denominator count countOf display noValueReason expectedOn note doubts source recordedAt supersededAt revisions",
  },
  ObservationConnection: { inherit: "edges pageInfo totalCount" },
  ObservationEdge: { inherit: "node cursor" },
  DashboardEdition: { inherit: "organisation period scheme title reportedOn source" },
  Dashboard: { inherit: "organisation period asAt scheme title reportedOn source columns groups summary" },
  DashboardSummary: { inherit: "rows judged counts sentence" },
  DashboardCount: { inherit: "key label count" },
  DashboardGroup: { inherit: "layer outcome supportingOutcome rows" },
  MetricResult: {
    inherit:
      "position title betterCareFund currentPeriod currentIsForecast targetPeriod ratingPeriod edition metric current previous target nextTarget benchmark ranking earlierRanking quartile rating progress forecast noForecastReason commentary earlierThisYear series printed revisedSince doubts",
  },
  PrintedRow: {
    inherit: "code title aim rating progress target nextTarget current previous quartile rank comments",
  },
  Target: {
    inherit:
      "kind period low high operator display tolerance toleranceKind benchmarkGroup benchmarkPeriod note source recordedAt supersededAt revisions",
  },
  Rating: {
    inherit:
      "scheme suggested judged suggestedComparison suggestedReason comparison effective reason judgedBy judgedAt",
  },
  Progress: { inherit: "comparison change basis" },
  Forecast: { inherit: "value method basis period author recordedAt supersededAt source revisions" },
  ForecastRecorded: { inherit: "preview forecast dashboards" },
  Benchmark: { inherit: "group value display period source" },
  Ranking: { inherit: "group rank of tied quartile thresholds groupMedian basis standings" },
  ComparatorGroup: { inherit: "name note organisations" },
  ComparatorGroupDefined: { inherit: "group" },
  QuartileThresholds: { inherit: "top middle bottom" },
  Standing: { inherit: "organisation value rank tied quartile" },
  GroupRanking: { inherit: "group period of thresholds groupMedian standings" },
  Judgement: { inherit: "period scheme judged comparison reason judgedBy judgedAt" },
  ReportedStanding: { inherit: "group period rank of tied quartile display doubts source" },
  OrganisationFigures: { inherit: "organisation observations" },
  Breakdown: { inherit: "characteristic category" },
  CharacteristicBreakdown: { inherit: "characteristic period periods observations disparities" },
  Disparity: { inherit: "category reference ratio low high couldBeChance note" },
  Commentary: { inherit: "id data review action author writtenAt period supersededAt" },
  Strategy: {
    inherit:
      "id slug title fullTitle summary isDraft organisations startsOn endsOn supersedes supersededBy source doubts elements actions gaps period ratings dashboardEditions succession carriedOver metricCount canRecordProgress",
    "assessments.list": "equalityActionCounts",
  },
  CarriedMetric: { inherit: "metric before now" },
  StrategyConnection: { inherit: "edges pageInfo totalCount" },
  StrategyEdge: { inherit: "node cursor" },
  StrategyElement: {
    inherit:
      "id kind number title text found willDo howWeWillKnow doubts strategy parent children metrics ratings",
    "assessments.list": "assessments equalityActions",
  },
  DeliveryAction: {
    inherit:
      "id reference title strategy element responsible duePrinted due dueBy overdue status progress metric doubts",
    "assessments.list": "equalityActions equalityActionCounts",
  },
  StrategyGaps: {
    inherit:
      "on outcomesWithoutMetric outcomeCount prioritiesWithoutMetric priorityCount overdueActions openActionCount actionCount toBeReachedCount",
    "assessments.list":
      "elementsWithoutAssessment assessmentCount actionsWithoutAssessment harmsWithoutAction",
  },
  ElementRatings: { inherit: "edition summary rows layers" },
  LayerRatings: { inherit: "layer summary" },
  ProgressNote: { inherit: "number text status author recordedAt" },
  DeliveryActionConnection: { inherit: "edges pageInfo totalCount" },
  DeliveryActionEdge: { inherit: "node cursor" },
  MetricImport: {
    inherit:
      "id fileName fileType bytes sha256 state failure sheets uploadedBy uploadedAt progress columns firstRows suggestedMapping mapping counts checkedAt problemCounts problems changes skippedFaulty recordedAt recordedBy undoneAt undoneBy revisedSince",
  },
  MetricImportConnection: { inherit: "edges pageInfo totalCount" },
  MetricImportEdge: { inherit: "node cursor" },
  ImportSheet: { inherit: "name rows columns" },
  ImportColumn: { inherit: "position header field" },
  ImportRow: { inherit: "row cells" },
  ImportMapping: {
    inherit: "format sheet headerRow columns constants leaveOutUnknownMetrics leaveOutUnknownOrganisations",
  },
  ImportColumnMapping: { inherit: "field column" },
  ImportConstant: { inherit: "field value" },
  ImportCounts: { inherit: "rows figures new revised same leftOut faulty warned" },
  ImportProgress: { inherit: "waiting rowsDone rowsInAll" },
  ImportProblem: { inherit: "row column header printed kind weight wrong remedy" },
  ImportProblemConnection: { inherit: "edges pageInfo totalCount" },
  ImportProblemEdge: { inherit: "node cursor" },
  ImportProblemCount: { inherit: "kind weight rows" },
  ImportedFigure: { inherit: "row metric organisation period group before after outcome" },
  ImportedFigureConnection: { inherit: "edges pageInfo totalCount" },
  ImportedFigureEdge: { inherit: "node cursor" },
  MetricsImported: { inherit: "import finished" },
  ImportUndone: { inherit: "import finished" },
};
