CREATE TYPE "assessment_person_role" AS ENUM('LEAD', 'CONTRIBUTOR');--> statement-breakpoint
CREATE TYPE "signatory_role" AS ENUM('LEAD_OFFICER', 'DEG_CHAIR');--> statement-breakpoint
CREATE TYPE "accumulation" AS ENUM('SNAPSHOT', 'PERIOD', 'CUMULATIVE');--> statement-breakpoint
CREATE TYPE "action_status" AS ENUM('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'CANCELLED');--> statement-breakpoint
CREATE TYPE "aim" AS ENUM('HIGH', 'LOW', 'BAND', 'INFORMATION');--> statement-breakpoint
CREATE TYPE "assessment_status" AS ENUM('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'SIGNED_OFF', 'PUBLISHED', 'REVIEW_DUE', 'SUPERSEDED', 'WITHDRAWN');--> statement-breakpoint
CREATE TYPE "comparison" AS ENUM('BETTER', 'SIMILAR', 'WORSE');--> statement-breakpoint
CREATE TYPE "impact_direction" AS ENUM('POSITIVE', 'NEUTRAL', 'NEGATIVE', 'MIXED', 'UNKNOWN');--> statement-breakpoint
CREATE TYPE "no_value_reason" AS ENUM('SURVEY_NOT_RUN', 'SURVEY_BIENNIAL', 'RESULTS_DUE', 'PUBLICATION_SUSPENDED', 'NOT_COLLECTED', 'SUPPRESSED', 'INFORMATION_ONLY', 'DATA_QUALITY', 'TO_BE_CONFIRMED', 'NOT_APPLICABLE');--> statement-breakpoint
CREATE TYPE "observation_status" AS ENUM('ACTUAL', 'PROVISIONAL', 'ESTIMATE', 'FORECAST', 'NOT_AVAILABLE');--> statement-breakpoint
CREATE TYPE "protected_characteristic" AS ENUM('AGE', 'DISABILITY', 'GENDER_REASSIGNMENT', 'MARRIAGE_AND_CIVIL_PARTNERSHIP', 'PREGNANCY_AND_MATERNITY', 'RACE', 'RELIGION_OR_BELIEF', 'SEX', 'SEXUAL_ORIENTATION', 'OTHER_GROUPS', 'COMMUNITY_COHESION');--> statement-breakpoint
CREATE TYPE "quartile" AS ENUM('TOP', 'SECOND', 'THIRD', 'BOTTOM');--> statement-breakpoint
CREATE TYPE "rag_rating" AS ENUM('RED', 'AMBER', 'GREEN');--> statement-breakpoint
CREATE TYPE "rating_scheme" AS ENUM('RAG', 'BENCHMARK');--> statement-breakpoint
CREATE TYPE "right_kind" AS ENUM('ABSOLUTE', 'LIMITED', 'QUALIFIED', 'ANCILLARY');--> statement-breakpoint
CREATE TYPE "right_part" AS ENUM('CONVENTION', 'FIRST_PROTOCOL');--> statement-breakpoint
CREATE TYPE "stage" AS ENUM('SCREENING', 'REPORT');--> statement-breakpoint
CREATE TYPE "strategy_element_kind" AS ENUM('LAYER', 'OUTCOME', 'SUPPORTING_OUTCOME', 'PRIORITY', 'PRINCIPLE');--> statement-breakpoint
CREATE TYPE "target_kind" AS ENUM('TARGET', 'MILESTONE', 'BAND', 'MAINTAIN', 'BENCHMARK', 'TO_BE_CONFIRMED', 'INFORMATION_ONLY', 'NONE');--> statement-breakpoint
CREATE TYPE "target_operator" AS ENUM('GT', 'GTE', 'LT', 'LTE', 'BETWEEN', 'MAINTAIN', 'NONE');--> statement-breakpoint
CREATE TYPE "unit" AS ENUM('PERCENT', 'COUNT', 'RATE_PER_100K', 'RATE_PER_1000', 'DAYS', 'HOURS', 'CURRENCY', 'SCORE');--> statement-breakpoint
CREATE TYPE "organisation_kind" AS ENUM('COUNTY', 'UNITARY', 'NATION', 'PARTNER');--> statement-breakpoint
CREATE TYPE "role" AS ENUM('OFFICER', 'DEG_MEMBER', 'DEG_CHAIR', 'ANALYST', 'HEAD_OF_SERVICE', 'SCRUTINY', 'ADMIN');--> statement-breakpoint
CREATE TABLE "answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"revision_id" uuid NOT NULL,
	"question" text NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"choice" text,
	"text" text,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_by_id" uuid,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "answers_revision_id_question_part_unique" UNIQUE("revision_id","question","part")
);
--> statement-breakpoint
CREATE TABLE "assessment_people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"assessment_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "assessment_person_role" NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "assessment_revisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"assessment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"copied_from_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sealed_at" timestamp with time zone,
	"sealed_content" text,
	"content_hash" text,
	CONSTRAINT "assessment_revisions_assessment_id_number_unique" UNIQUE("assessment_id","number"),
	CONSTRAINT "assessment_revisions_seal_whole" CHECK (("sealed_at" is null) = ("sealed_content" is null) and ("sealed_at" is null) = ("content_hash" is null))
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"reference" text NOT NULL UNIQUE,
	"title" text NOT NULL,
	"status" "assessment_status" DEFAULT 'DRAFT'::"assessment_status" NOT NULL,
	"department_id" uuid NOT NULL,
	"template_id" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"started_on" date NOT NULL,
	"completed_on" date,
	"review_due_on" date,
	"source_id" uuid,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "characteristic_impacts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"revision_id" uuid NOT NULL,
	"stage" "stage" NOT NULL,
	"characteristic" "protected_characteristic" NOT NULL,
	"affected" boolean,
	"direction" "impact_direction",
	"comments" text,
	"barriers" text,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_by_id" uuid,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "characteristic_impacts_revision_id_stage_characteristic_unique" UNIQUE("revision_id","stage","characteristic")
);
--> statement-breakpoint
CREATE TABLE "evidence_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"revision_id" uuid NOT NULL,
	"question" text,
	"part" text,
	"observation_id" uuid,
	"strategy_element_id" uuid,
	"url" text,
	"note" text,
	"pinned_title" text NOT NULL,
	"pinned_display" text NOT NULL,
	"pinned_value" numeric,
	"pinned_period" text,
	"pinned_source" text,
	"pinned_on" date,
	"pinned_at" timestamp with time zone DEFAULT now() NOT NULL,
	"pinned_hash" text NOT NULL,
	"added_by_id" uuid,
	CONSTRAINT "evidence_links_one_target" CHECK (num_nonnulls("observation_id", "strategy_element_id", "url") = 1)
);
--> statement-breakpoint
CREATE TABLE "improvement_actions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"revision_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"objective" text,
	"action" text,
	"target" text,
	"officer" text,
	"due" date,
	"from_question" text,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_by_id" uuid,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "right_impacts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"revision_id" uuid NOT NULL,
	"stage" "stage" NOT NULL,
	"part" "right_part" NOT NULL,
	"article" integer NOT NULL,
	"affected" boolean,
	"comments" text,
	"prescribed_by_law" text,
	"legitimate_aim" text,
	"necessary" text,
	"proportionate" text,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_by_id" uuid,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "right_impacts_revision_id_stage_part_article_unique" UNIQUE("revision_id","stage","part","article"),
	CONSTRAINT "right_impacts_known_article" CHECK (("part" = 'CONVENTION' and "article" in (2,3,4,5,6,7,8,9,10,11,12,14)) or ("part" = 'FIRST_PROTOCOL' and "article" in (1,2,3)))
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"revision_id" uuid NOT NULL,
	"role" "signatory_role" NOT NULL,
	"user_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"elements" "stage"[] NOT NULL,
	"content_hash" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signatures_revision_id_role_unique" UNIQUE("revision_id","role")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"assessment_id" uuid,
	"revision" bigint,
	"reason" text,
	"detail" jsonb DEFAULT '{}' NOT NULL,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"user_id" uuid,
	"key" text,
	"operation" text NOT NULL,
	"input_hash" text NOT NULL,
	"result" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
CREATE TABLE "dashboard_editions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"organisation_id" uuid NOT NULL,
	"period" text NOT NULL,
	"scheme" "rating_scheme" NOT NULL,
	"title" text NOT NULL,
	"reported_on" date,
	"source_id" uuid,
	CONSTRAINT "dashboard_editions_organisation_id_period_unique" UNIQUE("organisation_id","period")
);
--> statement-breakpoint
CREATE TABLE "dashboard_rows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"edition_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"metric_id" uuid NOT NULL,
	"title" text NOT NULL,
	"layer_id" uuid,
	"outcome_id" uuid,
	"supporting_outcome_id" uuid,
	"better_care_fund" boolean DEFAULT false NOT NULL,
	"current_period" text NOT NULL,
	"current_is_forecast" boolean DEFAULT false NOT NULL,
	"previous_period" text,
	"target_period" text,
	"rating_period" text NOT NULL,
	"standing_period" text,
	"printed" jsonb DEFAULT '{}' NOT NULL,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "dashboard_rows_edition_id_position_unique" UNIQUE("edition_id","position")
);
--> statement-breakpoint
CREATE TABLE "form_parts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"question_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"attributes" jsonb DEFAULT '{}' NOT NULL,
	CONSTRAINT "form_parts_question_id_key_unique" UNIQUE("question_id","key")
);
--> statement-breakpoint
CREATE TABLE "form_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"template_id" uuid NOT NULL,
	"section_key" text NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"required" boolean NOT NULL,
	"attributes" jsonb DEFAULT '{}' NOT NULL,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "form_questions_template_id_key_unique" UNIQUE("template_id","key")
);
--> statement-breakpoint
CREATE TABLE "form_sections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"template_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"attributes" jsonb DEFAULT '{}' NOT NULL,
	CONSTRAINT "form_sections_template_id_key_unique" UNIQUE("template_id","key")
);
--> statement-breakpoint
CREATE TABLE "form_templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"attributes" jsonb DEFAULT '{}' NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "form_templates_key_version_unique" UNIQUE("key","version")
);
--> statement-breakpoint
CREATE TABLE "benchmarks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"metric_id" uuid NOT NULL,
	"group" text NOT NULL,
	"period" text NOT NULL,
	"value" numeric NOT NULL,
	"display" text NOT NULL,
	"source_id" uuid,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	"recorded_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "commentary" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"metric_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"period" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"data" text,
	"review" text,
	"action" text,
	"author_id" uuid NOT NULL,
	"source_id" uuid,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	"recorded_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "metric_definitions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"metric_id" uuid NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"text" text NOT NULL,
	"break_note" text,
	"source_id" uuid,
	CONSTRAINT "metric_definitions_metric_id_valid_from_unique" UNIQUE("metric_id","valid_from"),
	CONSTRAINT "metric_definitions_dates" CHECK ("valid_to" is null or "valid_from" is null or "valid_from" < "valid_to")
);
--> statement-breakpoint
CREATE TABLE "metrics" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"code" text NOT NULL UNIQUE,
	"framework" text NOT NULL,
	"official_code" text NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"aim" "aim" NOT NULL,
	"unit" "unit" NOT NULL,
	"accumulation" "accumulation" NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"numerator_label" text,
	"denominator_label" text,
	"similar_within" numeric,
	CONSTRAINT "metrics_framework_official_code_unique" UNIQUE("framework","official_code")
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"metric_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"period" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"breakdown_characteristic" text,
	"breakdown_category" text,
	"status" "observation_status" NOT NULL,
	"unit" "unit" NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"count" numeric,
	"count_of" text,
	"display" text NOT NULL,
	"no_value_reason" "no_value_reason",
	"expected_on" text,
	"note" text,
	"source_id" uuid,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	"recorded_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "observations_value_or_reason" CHECK (("value" is not null) = ("no_value_reason" is null)),
	CONSTRAINT "observations_not_available" CHECK (("status" = 'NOT_AVAILABLE') = ("value" is null)),
	CONSTRAINT "observations_breakdown_whole" CHECK (("breakdown_characteristic" is null) = ("breakdown_category" is null)),
	CONSTRAINT "observations_period_order" CHECK ("period_start" <= "period_end")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"metric_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"period" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"scheme" "rating_scheme" NOT NULL,
	"judged" "rag_rating",
	"comparison" "comparison",
	"reason" text NOT NULL,
	"judged_by_id" uuid,
	"source_id" uuid,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	"recorded_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reported_standings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"metric_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"period" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"group" text NOT NULL,
	"quartile" "quartile",
	"rank" integer,
	"of" integer,
	"tied" boolean,
	"display" text NOT NULL,
	"source_id" uuid,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	"recorded_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"metric_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"period" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"kind" "target_kind" NOT NULL,
	"operator" "target_operator" NOT NULL,
	"low" numeric,
	"high" numeric,
	"count" numeric,
	"unit" "unit",
	"display" text NOT NULL,
	"tolerance_kind" text,
	"tolerance" numeric,
	"benchmark_group" text,
	"benchmark_period" text,
	"note" text,
	"source_id" uuid,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	"recorded_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "targets_tolerance_whole" CHECK (("tolerance_kind" is null) = ("tolerance" is null)),
	CONSTRAINT "targets_tolerance_kind" CHECK ("tolerance_kind" in ('ABSOLUTE', 'RELATIVE'))
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"organisation_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "departments_organisation_id_slug_unique" UNIQUE("organisation_id","slug")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"code" text NOT NULL UNIQUE,
	"name" text NOT NULL,
	"kind" "organisation_kind" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL UNIQUE,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"user_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"department_id" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY,
	"user_id" uuid NOT NULL,
	"authenticated_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"id_token" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"state_hash" text PRIMARY KEY,
	"code_verifier" text NOT NULL,
	"nonce" text NOT NULL,
	"return_to" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"email" text NOT NULL UNIQUE,
	"name" text NOT NULL,
	"job_title" text NOT NULL,
	"department_id" uuid,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "users_email_is_lower_case" CHECK ("email" = lower("email"))
);
--> statement-breakpoint
CREATE TABLE "characteristics" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"characteristic" "protected_characteristic" NOT NULL,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	"aims" integer[] NOT NULL,
	"words" text[] NOT NULL,
	"position" integer NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"source" text NOT NULL,
	CONSTRAINT "characteristics_characteristic_valid_from_unique" UNIQUE NULLS NOT DISTINCT("characteristic","valid_from")
);
--> statement-breakpoint
CREATE TABLE "rights" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"part" "right_part" NOT NULL,
	"article" integer NOT NULL,
	"title" text NOT NULL,
	"kind" "right_kind" NOT NULL,
	"note" text,
	"position" integer NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"source" text NOT NULL,
	CONSTRAINT "rights_part_article_valid_from_unique" UNIQUE NULLS NOT DISTINCT("part","article","valid_from")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"key" text NOT NULL UNIQUE,
	"title" text NOT NULL,
	"authority" text NOT NULL,
	"committee" text,
	"meeting_date" date
);
--> statement-breakpoint
CREATE TABLE "delivery_actions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"strategy_id" uuid NOT NULL,
	"element_id" uuid,
	"reference" text NOT NULL,
	"title" text NOT NULL,
	"responsible" text NOT NULL,
	"due_printed" text,
	"due_start" date,
	"due_end" date,
	"status" "action_status" DEFAULT 'NOT_STARTED'::"action_status" NOT NULL,
	"metric_id" uuid,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "delivery_actions_strategy_id_reference_unique" UNIQUE("strategy_id","reference")
);
--> statement-breakpoint
CREATE TABLE "strategies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"slug" text NOT NULL UNIQUE,
	"title" text NOT NULL,
	"full_title" text,
	"summary" text,
	"is_draft" boolean DEFAULT false NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"supersedes_id" uuid,
	"source_id" uuid,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strategy_element_metrics" (
	"element_id" uuid,
	"metric_id" uuid,
	"year" text,
	CONSTRAINT "strategy_element_metrics_pkey" PRIMARY KEY("element_id","metric_id","year")
);
--> statement-breakpoint
CREATE TABLE "strategy_elements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"strategy_id" uuid NOT NULL,
	"parent_id" uuid,
	"key" text NOT NULL,
	"kind" "strategy_element_kind" NOT NULL,
	"position" integer NOT NULL,
	"number" text,
	"title" text NOT NULL,
	"text" text,
	"found" text[] DEFAULT '{}'::text[] NOT NULL,
	"will_do" text[] DEFAULT '{}'::text[] NOT NULL,
	"how_we_will_know" text[] DEFAULT '{}'::text[] NOT NULL,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "strategy_elements_strategy_id_key_unique" UNIQUE("strategy_id","key")
);
--> statement-breakpoint
CREATE TABLE "strategy_organisations" (
	"strategy_id" uuid,
	"organisation_id" uuid,
	CONSTRAINT "strategy_organisations_pkey" PRIMARY KEY("strategy_id","organisation_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_people_one_lead" ON "assessment_people" ("assessment_id") WHERE "role" = 'LEAD' and "removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_people_once" ON "assessment_people" ("assessment_id","user_id","role") WHERE "removed_at" is null;--> statement-breakpoint
CREATE INDEX "assessment_people_by_user" ON "assessment_people" ("user_id");--> statement-breakpoint
CREATE INDEX "evidence_links_by_revision" ON "evidence_links" ("revision_id");--> statement-breakpoint
CREATE INDEX "evidence_links_by_observation" ON "evidence_links" ("observation_id");--> statement-breakpoint
CREATE INDEX "improvement_actions_by_revision" ON "improvement_actions" ("revision_id");--> statement-breakpoint
CREATE INDEX "audit_events_by_assessment" ON "audit_events" ("assessment_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "form_questions_template_id_position_index" ON "form_questions" ("template_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "benchmarks_one_current" ON "benchmarks" ("metric_id","group","period") WHERE "superseded_at" is null;--> statement-breakpoint
CREATE INDEX "commentary_by_figure" ON "commentary" ("metric_id","organisation_id","period");--> statement-breakpoint
CREATE UNIQUE INDEX "observations_one_current" ON "observations" ("metric_id","organisation_id","period",coalesce("breakdown_characteristic", ''),coalesce("breakdown_category", ''),("status" = 'FORECAST')) WHERE "superseded_at" is null;--> statement-breakpoint
CREATE INDEX "observations_by_figure" ON "observations" ("metric_id","organisation_id","period_start");--> statement-breakpoint
CREATE INDEX "observations_for_ranking" ON "observations" ("period","metric_id","organisation_id","value");--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_one_current" ON "ratings" ("metric_id","organisation_id","period") WHERE "superseded_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reported_standings_one_current" ON "reported_standings" ("metric_id","organisation_id","period","group") WHERE "superseded_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "targets_one_current" ON "targets" ("metric_id","organisation_id","period") WHERE "superseded_at" is null;--> statement-breakpoint
CREATE INDEX "api_tokens_by_user" ON "api_tokens" ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_one_current" ON "role_grants" ("user_id","role",coalesce("department_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "revoked_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" ("user_id");--> statement-breakpoint
CREATE INDEX "strategy_element_metrics_by_metric" ON "strategy_element_metrics" ("metric_id");--> statement-breakpoint
CREATE INDEX "strategy_elements_by_parent" ON "strategy_elements" ("parent_id");--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_revision_id_assessment_revisions_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "assessment_revisions"("id");--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_saved_by_id_users_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "assessment_people" ADD CONSTRAINT "assessment_people_assessment_id_assessments_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessments"("id");--> statement-breakpoint
ALTER TABLE "assessment_people" ADD CONSTRAINT "assessment_people_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "assessment_revisions" ADD CONSTRAINT "assessment_revisions_assessment_id_assessments_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessments"("id");--> statement-breakpoint
ALTER TABLE "assessment_revisions" ADD CONSTRAINT "assessment_revisions_tVOQAgjF4iCZ_fkey" FOREIGN KEY ("copied_from_id") REFERENCES "assessment_revisions"("id");--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_department_id_departments_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id");--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_template_id_form_templates_id_fkey" FOREIGN KEY ("template_id") REFERENCES "form_templates"("id");--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_source_id_sources_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id");--> statement-breakpoint
ALTER TABLE "characteristic_impacts" ADD CONSTRAINT "characteristic_impacts_revision_id_assessment_revisions_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "assessment_revisions"("id");--> statement-breakpoint
ALTER TABLE "characteristic_impacts" ADD CONSTRAINT "characteristic_impacts_saved_by_id_users_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_revision_id_assessment_revisions_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "assessment_revisions"("id");--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_observation_id_observations_id_fkey" FOREIGN KEY ("observation_id") REFERENCES "observations"("id");--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_strategy_element_id_strategy_elements_id_fkey" FOREIGN KEY ("strategy_element_id") REFERENCES "strategy_elements"("id");--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_added_by_id_users_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "improvement_actions" ADD CONSTRAINT "improvement_actions_revision_id_assessment_revisions_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "assessment_revisions"("id");--> statement-breakpoint
ALTER TABLE "improvement_actions" ADD CONSTRAINT "improvement_actions_saved_by_id_users_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "right_impacts" ADD CONSTRAINT "right_impacts_revision_id_assessment_revisions_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "assessment_revisions"("id");--> statement-breakpoint
ALTER TABLE "right_impacts" ADD CONSTRAINT "right_impacts_saved_by_id_users_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_revision_id_assessment_revisions_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "assessment_revisions"("id");--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_id_users_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "dashboard_editions" ADD CONSTRAINT "dashboard_editions_organisation_id_organisations_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id");--> statement-breakpoint
ALTER TABLE "dashboard_editions" ADD CONSTRAINT "dashboard_editions_source_id_sources_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id");--> statement-breakpoint
ALTER TABLE "dashboard_rows" ADD CONSTRAINT "dashboard_rows_edition_id_dashboard_editions_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "dashboard_editions"("id");--> statement-breakpoint
ALTER TABLE "dashboard_rows" ADD CONSTRAINT "dashboard_rows_metric_id_metrics_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metrics"("id");--> statement-breakpoint
ALTER TABLE "dashboard_rows" ADD CONSTRAINT "dashboard_rows_layer_id_strategy_elements_id_fkey" FOREIGN KEY ("layer_id") REFERENCES "strategy_elements"("id");--> statement-breakpoint
ALTER TABLE "dashboard_rows" ADD CONSTRAINT "dashboard_rows_outcome_id_strategy_elements_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "strategy_elements"("id");--> statement-breakpoint
ALTER TABLE "dashboard_rows" ADD CONSTRAINT "dashboard_rows_supporting_outcome_id_strategy_elements_id_fkey" FOREIGN KEY ("supporting_outcome_id") REFERENCES "strategy_elements"("id");--> statement-breakpoint
ALTER TABLE "form_parts" ADD CONSTRAINT "form_parts_question_id_form_questions_id_fkey" FOREIGN KEY ("question_id") REFERENCES "form_questions"("id");--> statement-breakpoint
ALTER TABLE "form_questions" ADD CONSTRAINT "form_questions_template_id_form_templates_id_fkey" FOREIGN KEY ("template_id") REFERENCES "form_templates"("id");--> statement-breakpoint
ALTER TABLE "form_sections" ADD CONSTRAINT "form_sections_template_id_form_templates_id_fkey" FOREIGN KEY ("template_id") REFERENCES "form_templates"("id");--> statement-breakpoint
ALTER TABLE "benchmarks" ADD CONSTRAINT "benchmarks_metric_id_metrics_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metrics"("id");--> statement-breakpoint
ALTER TABLE "benchmarks" ADD CONSTRAINT "benchmarks_source_id_sources_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id");--> statement-breakpoint
ALTER TABLE "benchmarks" ADD CONSTRAINT "benchmarks_recorded_by_id_users_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "commentary" ADD CONSTRAINT "commentary_metric_id_metrics_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metrics"("id");--> statement-breakpoint
ALTER TABLE "commentary" ADD CONSTRAINT "commentary_organisation_id_organisations_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id");--> statement-breakpoint
ALTER TABLE "commentary" ADD CONSTRAINT "commentary_author_id_users_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "commentary" ADD CONSTRAINT "commentary_source_id_sources_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id");--> statement-breakpoint
ALTER TABLE "commentary" ADD CONSTRAINT "commentary_recorded_by_id_users_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "metric_definitions" ADD CONSTRAINT "metric_definitions_metric_id_metrics_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metrics"("id");--> statement-breakpoint
ALTER TABLE "metric_definitions" ADD CONSTRAINT "metric_definitions_source_id_sources_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id");--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_metric_id_metrics_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metrics"("id");--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_organisation_id_organisations_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id");--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_source_id_sources_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id");--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_recorded_by_id_users_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_metric_id_metrics_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metrics"("id");--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_organisation_id_organisations_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id");--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_judged_by_id_users_id_fkey" FOREIGN KEY ("judged_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_source_id_sources_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id");--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_recorded_by_id_users_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "reported_standings" ADD CONSTRAINT "reported_standings_metric_id_metrics_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metrics"("id");--> statement-breakpoint
ALTER TABLE "reported_standings" ADD CONSTRAINT "reported_standings_organisation_id_organisations_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id");--> statement-breakpoint
ALTER TABLE "reported_standings" ADD CONSTRAINT "reported_standings_source_id_sources_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id");--> statement-breakpoint
ALTER TABLE "reported_standings" ADD CONSTRAINT "reported_standings_recorded_by_id_users_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_metric_id_metrics_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metrics"("id");--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_organisation_id_organisations_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id");--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_source_id_sources_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id");--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_recorded_by_id_users_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_organisation_id_organisations_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id");--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_department_id_departments_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_department_id_departments_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id");--> statement-breakpoint
ALTER TABLE "delivery_actions" ADD CONSTRAINT "delivery_actions_strategy_id_strategies_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategies"("id");--> statement-breakpoint
ALTER TABLE "delivery_actions" ADD CONSTRAINT "delivery_actions_element_id_strategy_elements_id_fkey" FOREIGN KEY ("element_id") REFERENCES "strategy_elements"("id");--> statement-breakpoint
ALTER TABLE "delivery_actions" ADD CONSTRAINT "delivery_actions_metric_id_metrics_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metrics"("id");--> statement-breakpoint
ALTER TABLE "strategies" ADD CONSTRAINT "strategies_supersedes_id_strategies_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "strategies"("id");--> statement-breakpoint
ALTER TABLE "strategies" ADD CONSTRAINT "strategies_source_id_sources_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id");--> statement-breakpoint
ALTER TABLE "strategy_element_metrics" ADD CONSTRAINT "strategy_element_metrics_element_id_strategy_elements_id_fkey" FOREIGN KEY ("element_id") REFERENCES "strategy_elements"("id");--> statement-breakpoint
ALTER TABLE "strategy_element_metrics" ADD CONSTRAINT "strategy_element_metrics_metric_id_metrics_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metrics"("id");--> statement-breakpoint
ALTER TABLE "strategy_elements" ADD CONSTRAINT "strategy_elements_strategy_id_strategies_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategies"("id");--> statement-breakpoint
ALTER TABLE "strategy_elements" ADD CONSTRAINT "strategy_elements_parent_id_strategy_elements_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "strategy_elements"("id");--> statement-breakpoint
ALTER TABLE "strategy_organisations" ADD CONSTRAINT "strategy_organisations_strategy_id_strategies_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategies"("id");--> statement-breakpoint
ALTER TABLE "strategy_organisations" ADD CONSTRAINT "strategy_organisations_organisation_id_organisations_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id");