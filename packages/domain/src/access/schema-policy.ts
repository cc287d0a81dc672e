import { PERFORMANCE_POLICY } from "./performance-policy.ts";
import type { GeneralAct } from "./policy.ts";
import type { FieldAct, FieldsByAct } from "./schema-policy-row.ts";

/**
 * Which act each field of the API needs; the schema does not build with one that is missing. "inherit" is for fields that show
 * what the object already shows to whoever was let through to it. A field that leads to another noun names that noun's act.
 */
export const SCHEMA_POLICY: Readonly<Record<string, FieldsByAct>> = {
  ...PERFORMANCE_POLICY,
  Node: { inherit: "id" },
  PageInfo: { inherit: "hasNextPage hasPreviousPage startCursor endCursor" },
  Query: {
    open: "viewer node nodes publishedAssessments publishedAssessment",
    "people.read": "organisations organisation departments",
    "performance.read":
      "metrics metric dashboard dashboardEditions comparatorGroups strategies strategy awaitedResults search",
    "performance.import": "metricImport metricImports",
    "reviews.read": "reviewAgenda",
    "assessments.list":
      "assessments assessment equalityActions equalityAction metricActions similarAssessments cumulativeImpact committeePack",
    "notices.read": "notices",
    "jobs.manage": "backgroundJobs",
    "people.manage": "people person",
    "forms.read": "formTemplates forms form formPreview",
  },
  PublishedAssessment: {
    inherit:
      "id reference title state edition organisation department publishedOn firstPublishedOn completedOn characteristics html contentHash formats editions notice supersededBy supersededOn withdrawnOn address",
  },
  PublishedAssessmentConnection: { inherit: "edges pageInfo totalCount" },
  PublishedAssessmentEdge: { inherit: "node cursor" },
  PublishedBody: { inherit: "code name" },
  PublishedFormat: { inherit: "format address contentType sha256 bytes" },
  PublishedEdition: { inherit: "edition publishedOn contentHash address" },
  Organisation: { inherit: "id code name kind region validFrom validTo successors" },
  OrganisationConnection: { inherit: "edges pageInfo totalCount" },
  OrganisationEdge: { inherit: "node cursor" },
  Department: { inherit: "id name slug organisation" },
  RoleGrant: { inherit: "role department" },
  User: { inherit: "id name jobTitle" },
  Person: {
    inherit: "user email department roles endedRoles addedAt disabledAt isYou version",
    "people.manage": "leads contributesTo deputyFor ownedActions",
  },
  LedAssessment: { inherit: "reference status department since contributors", "people.manage": "successors" },
  DeputyPlace: { inherit: "reference status department namedAt namedBy" },
  OwnedAction: { inherit: "action", "people.manage": "successors" },
  Successor: { inherit: "user department contributes bars" },
  PersonRole: { inherit: "id role department grantedAt grantedBy endedAt endedBy" },
  PersonConnection: { inherit: "edges pageInfo totalCount" },
  PersonEdge: { inherit: "node cursor" },
  PersonSaved: { inherit: "person" },
  LeadReassigned: { inherit: "reference lead person" },
  ActionReassigned: { inherit: "action person" },
  Viewer: {
    inherit:
      "user email department roles scopes canStartAssessment canEditForms canManagePeople canReview canWriteMetrics canJudgeRatings canRecordDeliveryProgress authenticatedAt maySignUntil",
    "notices.read": "unreadNotices noticePreferences",
  },
  SearchResultConnection: { inherit: "edges pageInfo totalCount" },
  SearchResultEdge: { inherit: "node cursor" },
  Assessment: {
    inherit:
      "id reference title status department revision isEarlier contentHash startedOn completedOn reviewDueOn isDemo source leadOfficer contributors sections form answers characteristicImpacts rightImpacts screeningDecision improvementActions evidence changedEvidenceCount canWatch availableActions unavailableActions canInvite canHandOver signingStatement signingElements signatures supersededBy published standsInRegister",
    "forms.read": "template",
    "performance.read": "reviewCauses",
    "assessment.change-form": "formMove",
    "assessment.hand-over": "candidates",
    "assessment.hand-over-review": "possibleDeputies",
    "assessment.edit": "fileAllowance earlierAnswers",
    "assessment.workings":
      "findings blockers history revisions changesRequestedBecause drafters comments commentCounts recommendations deputy changes keptAside givenUpTexts",
    "assessment.publication": "publication publicationStep",
  },
  Publication: { inherit: "hits openHits texts prepared" },
  RedactionHit: { inherit: "id place label kinds text before after decision" },
  RedactionDecision: { inherit: "choice reason replacement version by at" },
  PublicText: { inherit: "place label text" },
  PreparedPublication: {
    inherit: "hash contentHash edition preparedBy preparedAt approvedBy approvedAt previewAddress files",
  },
  PreparedFile: { inherit: "format bytes sha256 address" },
  RevisionDifference: { inherit: "from to questions" },
  QuestionDifference: { inherit: "question number label rows" },
  RowDifference: { inherit: "place label change fields" },
  FieldDifference: { inherit: "field runs" },
  TextRun: { inherit: "kind text" },
  CommitteePack: { inherit: "parts references text assessments leftOut" },
  ImplicationsPart: { inherit: "heading paragraphs" },
  SignedReference: { inherit: "reference title details" },
  CumulativeImpact: {
    inherit: "cells assessmentCount assessments notCounted headline harmsWithoutAction",
  },
  CumulativeCell: { inherit: "characteristic label column columnLabel direction count assessments entries" },
  CumulativeEntry: { inherit: "assessment stage reason" },
  HarmGap: { inherit: "assessment characteristic label direction stage kind openActions" },
  AgendaItem: {
    inherit: "assessment submittedAt daysWaiting decideBy overdue recommendations openPoints openComments",
  },
  AgendaItemConnection: { inherit: "edges pageInfo totalCount" },
  AgendaItemEdge: { inherit: "node cursor" },
  Recommendation: { inherit: "recommendation reason by at revision earlier" },
  ReviewDeputy: { inherit: "deputy namedBy namedAt reason" },
  Comment: {
    inherit:
      "id assessment place kind text author writtenAs writtenAt revision version correctedAt correctableUntil replyTo replies resolved resolvedAt resolvedBy canResolve answered",
  },
  CommentConnection: { inherit: "edges pageInfo totalCount" },
  CommentEdge: { inherit: "node cursor" },
  CommentCount: { inherit: "place section open resolved unanswered" },
  CommentSaved: { inherit: "assessment comment" },
  AssessmentConnection: { inherit: "edges pageInfo totalCount" },
  AssessmentEdge: { inherit: "node cursor" },
  SectionState: { inherit: "number key title status askedWhen answered required" },
  FormSectionView: { inherit: "number key title intro status questions" },
  FormQuestionView: {
    inherit:
      "doubts obligations textLabel hint label stage meaning numberPrinted key number kind subsection text required visible hiddenBecause options parts guidance maxWords forcedChoice forcedBecause",
  },
  FormOption: { inherit: "hint value label" },
  FormPart: { inherit: "guidance hint key label textLabel" },
  Guidance: { inherit: "lookAt law lawSource goodExample weakExample" },
  Answer: { inherit: "question part choice text version counts savedAt savedBy doubts origins" },
  AnswerOrigin: { inherit: "revision state copiedAt copiedBy", "assessments.list": "assessment" },
  EarlierAnswer: { inherit: "assessment part text revision savedAt" },
  CharacteristicImpact: {
    inherit: "characteristic label aims stage affected direction comments barriers evidence version doubts",
  },
  RightImpact: {
    inherit: "note part article title kind stage affected comments justification evidence version doubts",
  },
  RightJustification: { inherit: "prescribedByLaw legitimateAim necessary proportionate" },
  ScreeningDecision: { inherit: "likelyImpact reportRequired reportName requiredBy decidedOn" },
  EvidenceLink: {
    inherit: "id kind place url host file note pinned changedSincePinned watch",
    "performance.read": "observation metric organisation strategyElement deliveryAction change newer",
  },
  EvidenceWatch: { inherit: "above below version setAt setBy" },
  ReviewCause: { inherit: "kind title before now source words place metric foundAt revision" },
  PinnedEvidence: { inherit: "title display value period source on knownSince groups file at hash" },
  PinnedGroup: { inherit: "characteristic category display value" },
  PinnedFile: { inherit: "name type bytes sha256" },
  EvidenceChange: { inherit: "parts period changedAt note source" },
  EvidenceChangedPart: { inherit: "category before now" },
  EvidenceFile: { inherit: "id name type bytes sha256 state scannedAt address uploadedAt uploadedBy" },
  FileAllowance: { inherit: "uploaded types mostBytesOfOne mostFiles mostBytes scans" },
  EqualityAction: {
    inherit:
      "id objective action target officer due fromQuestion version assessment status dueInForce overdue inForce owner linksVersion notes canTrack",
    "performance.read": "metric deliveryAction",
  },
  ActionNote: { inherit: "number kind text status dueBefore dueAfter author recordedAt" },
  EqualityActionCounts: { inherit: "open overdue" },
  MetricActions: { inherit: "code open overdue", "performance.read": "metric" },
  EqualityActionSaved: { inherit: "action assessment" },
  KeptText: { inherit: "place label says why reason decidedBy" },
  DecidingAnswer: { inherit: "place label says" },
  GivenUpText: { inherit: "id place label text by at" },
  Drafter: { inherit: "user role addedAt addedBy removedAt removedBy" },
  Candidate: { inherit: "user department drafts bars cannotDraft" },
  Finding: { inherit: "rule place field otherPlaces action section message remedy weight" },
  EqualityActionConnection: { inherit: "edges pageInfo totalCount" },
  EqualityActionEdge: { inherit: "node cursor" },
  AwaitedResult: { inherit: "observation expectedOn stage", "assessments.list": "assessments" },
  Notice: {
    inherit: "id kind urgency words address at readAt by",
    "assessments.list": "assessment",
  },
  NoticeConnection: { inherit: "edges pageInfo totalCount" },
  NoticeEdge: { inherit: "node cursor" },
  NoticePreferences: { inherit: "email emailIsSent undeliveredSince" },
  NoticesRead: { inherit: "unread" },
  NoticePreferencesSet: { inherit: "preferences" },
  BackgroundJobs: { inherit: "waiting active oldestWaitingSince workers emailIsSent dead undelivered" },
  DeadJob: { inherit: "id job input error attempts enqueuedAt failedAt" },
  UndeliveredEmail: { inherit: "id recipient because givenUpAt" },
  BackgroundJobsChanged: { inherit: "jobs" },
  Problem: { inherit: "path message" },
  UnavailableAction: { inherit: "action because" },
  SigningElement: { inherit: "stage title complete" },
  Signature: {
    inherit: "role label signatory statement elements contentHash signedAt sealHash keyId valid voidBecause",
  },
  AuditEvent: { inherit: "id at actor action label reason revision person" },
  AuditEventConnection: { inherit: "edges pageInfo totalCount" },
  AuditEventEdge: { inherit: "node cursor" },
  AssessmentRevision: {
    inherit: "number createdAt sealedAt contentHash sealedContent signatures",
  },
  Form: { inherit: "key title versions newest version askedQuestions", "forms.write": "draft" },
  FormAskedQuestion: { inherit: "key label kind version" },
  FormTemplate: {
    inherit: "id key version title intro publishedAt publishedBy hash document changesSince",
    "forms.write": "assessmentCount",
  },
  FormDraft: {
    inherit:
      "key title version nextVersion document hash basedOn sameAs startedAt startedBy savedAt savedBy faults changes",
  },
  FormFault: { inherit: "path section question message remedy" },
  FormChange: { inherit: "kind section question name details" },
  FormChangeDetail: { inherit: "what before after" },
  FormMove: { inherit: "from to changes carried added setAside returning sections" },
  FormMoveAnswer: { inherit: "question part label says" },
  FormMoveQuestion: { inherit: "question label text required" },
  FormMoveSection: { inherit: "key title before after" },
  FormPreview: {
    inherit: "key title version isDraft faults sections form answers characteristicImpacts rightImpacts",
  },
  FormDraftSaved: { inherit: "draft" },
  FormDraftDiscarded: { inherit: "form" },
  FormPublished: { inherit: "template" },
  Error: { inherit: "message" },
  ValidationError: { inherit: "message problems" },
  Conflict: { inherit: "message conflicts" },
  VersionConflict: { inherit: "path currentVersion basedOnVersion theirs yours" },
  NotAllowed: { inherit: "message remedy" },
  NotFound: { inherit: "message" },
  AssessmentSaved: { inherit: "assessment" },
  AssessmentChange: {
    inherit: "kind at assessment",
    "assessment.workings": "record action place label version by",
    "assessment.edit": "presence",
  },
  Presence: { inherit: "user place label since" },
  PresenceSet: { inherit: "assessment presence" },
  LeadHandedOver: { inherit: "assessment reference lead" },
  AnswersSaved: { inherit: "assessment answers savedAt" },
  CharacteristicImpactsSaved: { inherit: "assessment impacts savedAt" },
  RightImpactsSaved: { inherit: "assessment impacts savedAt" },
  EvidenceWatched: { inherit: "assessment evidence" },
  EvidenceLinked: { inherit: "assessment evidence" },
  ImprovementActionSaved: { inherit: "assessment improvementAction savedAt" },
  ObservationsRecorded: { inherit: "preview observations recorded dashboards" },
  TargetSet: { inherit: "preview target dashboards" },
  RatingJudged: { inherit: "preview rating result dashboards" },
  CommentaryWritten: { inherit: "preview commentary dashboards" },
  DashboardChange: { inherit: "edition before after rows" },
  RowChange: { inherit: "before after" },
  MetricDefined: { inherit: "metric" },
  DashboardChanged: { inherit: "dashboard" },
  DeliveryProgressRecorded: { inherit: "action" },
  Subscription: { "assessments.list": "assessmentChanged" },
  Mutation: {
    "performance.write":
      "recordObservations setTarget defineMetric redefineMetric defineComparatorGroup prepareDashboard addToDashboard removeFromDashboard reportDashboard",
    "performance.import": "importMetrics undoImport",
    "performance.judge": "judgeRating writeCommentary recordForecast",
    "strategies.progress": "recordDeliveryProgress",
    "forms.write": "startFormDraft importFormDraft saveFormDraft discardFormDraft publishFormDraft",
    "assessments.start": "startAssessment",
    "notices.write": "markNoticesRead setNoticePreferences",
    "jobs.manage": "retryJob discardJob sendEmailAgain",
    "people.manage":
      "addPerson changePerson grantRole endRole disablePerson enablePerson reassignLead reassignAction",
    "assessments.write":
      "saveAnswers copyAnswer saveCharacteristicImpacts saveRightImpacts linkEvidence reciteEvidence saveEvidenceNote unlinkEvidence watchEvidence setReviewDate recordActionProgress resetActionDue linkAction saveImprovementAction moveAssessmentToForm transitionAssessment inviteContributor removeContributor handOverLead setPresence addComment correctComment resolveComment recommend handOverReview decideRedactions preparePublication",
  },
};

/** What loading one of these by its global id needs; a type that is not listed has no global id. */
export const NODE_ACTS: Readonly<Record<string, GeneralAct>> = {
  PublishedAssessment: "open",
  Organisation: "people.read",
  Department: "people.read",
  User: "people.read",
  Metric: "performance.read",
  Observation: "performance.read",
  Commentary: "performance.read",
  Strategy: "performance.read",
  StrategyElement: "performance.read",
  DeliveryAction: "performance.read",
  FormTemplate: "forms.read",
  Assessment: "assessments.list",
  EvidenceLink: "assessments.list",
  EqualityAction: "assessments.list",
  Comment: "assessments.list",
};

const ACT_BY_FIELD = new Map<string, FieldAct>(
  Object.entries(SCHEMA_POLICY).flatMap(([type, groups]) =>
    (Object.entries(groups) as [FieldAct, string][]).flatMap(([act, fields]) =>
      fields.split(" ").map((field) => [`${type}.${field}`, act] as const),
    ),
  ),
);

/** The act that a field needs, or undefined when the table does not know the field. */
export const actOfField = (type: string, field: string): FieldAct | undefined =>
  ACT_BY_FIELD.get(`${type}.${field}`);
