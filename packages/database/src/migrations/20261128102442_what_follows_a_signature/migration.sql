CREATE TYPE "action_note_kind" AS ENUM('PROGRESS', 'DUE_MOVED');--> statement-breakpoint
CREATE TYPE "cause_kind" AS ENUM('REVIEW_DATE', 'WITHDRAWN', 'RESULT_PUBLISHED', 'PAST_THRESHOLD', 'RATING_WORSE', 'DEFINITION_CHANGED', 'REVISED', 'WORDS_CHANGED');--> statement-breakpoint
ALTER TYPE "action_status" ADD VALUE 'DELAYED' BEFORE 'DONE';--> statement-breakpoint
ALTER TYPE "notice_kind" ADD VALUE 'REVIEW_DUE';--> statement-breakpoint
ALTER TYPE "notice_kind" ADD VALUE 'REVIEW_CAUSE';--> statement-breakpoint
ALTER TYPE "notice_kind" ADD VALUE 'ACTION_GIVEN';--> statement-breakpoint
CREATE TABLE "equality_action_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"action_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" "action_note_kind" NOT NULL,
	"text" text NOT NULL,
	"status" "action_status" NOT NULL,
	"due_before" date,
	"due_after" date,
	"author_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "equality_action_notes_action_id_number_unique" UNIQUE("action_id","number"),
	CONSTRAINT "equality_action_notes_dates" CHECK (("kind" = 'DUE_MOVED') = ("due_after" is not null))
);
--> statement-breakpoint
CREATE TABLE "equality_actions" (
	"id" uuid PRIMARY KEY,
	"assessment_id" uuid NOT NULL,
	"status" "action_status" DEFAULT 'NOT_STARTED'::"action_status" NOT NULL,
	"owner_id" uuid,
	"metric_id" uuid,
	"delivery_action_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"moved_to" date,
	"moved_from" date,
	CONSTRAINT "equality_actions_moved" CHECK ("moved_to" is not null or "moved_from" is null)
);
--> statement-breakpoint
CREATE TABLE "evidence_watches" (
	"link_id" uuid PRIMARY KEY,
	"above" numeric,
	"below" numeric,
	"version" integer DEFAULT 1 NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by_id" uuid NOT NULL,
	CONSTRAINT "evidence_watches_bounds" CHECK ("below" < "above")
);
--> statement-breakpoint
CREATE TABLE "review_causes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"assessment_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"kind" "cause_kind" NOT NULL,
	"key_hash" text NOT NULL,
	"title" text,
	"before" text,
	"now" text,
	"source" text,
	"link_id" uuid,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_causes_once" UNIQUE("assessment_id","key_hash")
);
--> statement-breakpoint
ALTER TABLE "improvement_actions" ADD COLUMN "origin_id" uuid;--> statement-breakpoint
-- Definitions that stand already keep none: nobody knows when they were recorded, and they are no news to what was cited since.
ALTER TABLE "metric_definitions" ADD COLUMN "recorded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "metric_definitions" ALTER COLUMN "recorded_at" SET DEFAULT now();--> statement-breakpoint
CREATE INDEX "improvement_actions_by_origin" ON "improvement_actions" ("origin_id");--> statement-breakpoint
CREATE INDEX "equality_actions_by_assessment" ON "equality_actions" ("assessment_id");--> statement-breakpoint
CREATE INDEX "equality_actions_by_owner" ON "equality_actions" ("owner_id") WHERE "owner_id" is not null;--> statement-breakpoint
CREATE INDEX "equality_actions_by_metric" ON "equality_actions" ("metric_id") WHERE "metric_id" is not null;--> statement-breakpoint
CREATE INDEX "equality_actions_by_delivery_action" ON "equality_actions" ("delivery_action_id") WHERE "delivery_action_id" is not null;--> statement-breakpoint
ALTER TABLE "improvement_actions" ADD CONSTRAINT "improvement_actions_origin_id_improvement_actions_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "improvement_actions"("id");--> statement-breakpoint
ALTER TABLE "equality_action_notes" ADD CONSTRAINT "equality_action_notes_action_id_equality_actions_id_fkey" FOREIGN KEY ("action_id") REFERENCES "equality_actions"("id");--> statement-breakpoint
ALTER TABLE "equality_action_notes" ADD CONSTRAINT "equality_action_notes_author_id_users_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "equality_actions" ADD CONSTRAINT "equality_actions_id_improvement_actions_id_fkey" FOREIGN KEY ("id") REFERENCES "improvement_actions"("id");--> statement-breakpoint
ALTER TABLE "equality_actions" ADD CONSTRAINT "equality_actions_assessment_id_assessments_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessments"("id");--> statement-breakpoint
ALTER TABLE "equality_actions" ADD CONSTRAINT "equality_actions_owner_id_users_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "equality_actions" ADD CONSTRAINT "equality_actions_metric_id_metrics_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metrics"("id");--> statement-breakpoint
ALTER TABLE "equality_actions" ADD CONSTRAINT "equality_actions_delivery_action_id_delivery_actions_id_fkey" FOREIGN KEY ("delivery_action_id") REFERENCES "delivery_actions"("id");--> statement-breakpoint
ALTER TABLE "evidence_watches" ADD CONSTRAINT "evidence_watches_link_id_evidence_links_id_fkey" FOREIGN KEY ("link_id") REFERENCES "evidence_links"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "evidence_watches" ADD CONSTRAINT "evidence_watches_set_by_id_users_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "review_causes" ADD CONSTRAINT "review_causes_assessment_id_assessments_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessments"("id");--> statement-breakpoint
ALTER TABLE "review_causes" ADD CONSTRAINT "review_causes_link_id_evidence_links_id_fkey" FOREIGN KEY ("link_id") REFERENCES "evidence_links"("id");--> statement-breakpoint
ALTER TABLE "review_causes" ADD CONSTRAINT "review_causes_of_a_revision" FOREIGN KEY ("assessment_id","revision") REFERENCES "assessment_revisions"("assessment_id","number");