CREATE TYPE "comment_kind" AS ENUM('COMMENT', 'POINT');--> statement-breakpoint
CREATE TYPE "commenter" AS ENUM('LEAD', 'CONTRIBUTOR', 'DEG_CHAIR', 'DEG_MEMBER');--> statement-breakpoint
CREATE TYPE "recommendation_kind" AS ENUM('SIGN_OFF', 'ASK_FOR_CHANGES');--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"assessment_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"thread_id" uuid,
	"kind" "comment_kind" DEFAULT 'COMMENT'::"comment_kind" NOT NULL,
	"question" text,
	"part" text,
	"text" text NOT NULL,
	"author_id" uuid NOT NULL,
	"written_as" "commenter" NOT NULL,
	"written_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"corrected_at" timestamp with time zone,
	"raised_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by_id" uuid,
	CONSTRAINT "comments_first_has_the_place" CHECK ("thread_id" is null or ("kind" = 'COMMENT' and num_nonnulls("question", "part", "resolved_at") = 0)),
	CONSTRAINT "comments_part_of_a_question" CHECK ("part" is null or "question" is not null),
	CONSTRAINT "comments_resolved_by_somebody" CHECK (("resolved_at" is null) = ("resolved_by_id" is null))
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"revision_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"recommendation" "recommendation_kind" NOT NULL,
	"reason" text NOT NULL,
	"content_hash" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_deputies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"assessment_id" uuid NOT NULL,
	"deputy_id" uuid NOT NULL,
	"named_by_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"named_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "review_deputies_somebody_else" CHECK ("deputy_id" <> "named_by_id")
);
--> statement-breakpoint
CREATE INDEX "comments_by_assessment" ON "comments" ("assessment_id","written_at");--> statement-breakpoint
CREATE INDEX "recommendations_by_revision" ON "recommendations" ("revision_id","recorded_at");--> statement-breakpoint
CREATE INDEX "review_deputies_by_assessment" ON "review_deputies" ("assessment_id","named_at");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_assessment_id_assessments_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessments"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_comments_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "comments"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_id_users_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_on_a_revision" FOREIGN KEY ("assessment_id","revision") REFERENCES "assessment_revisions"("assessment_id","number");--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_revision_id_assessment_revisions_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "assessment_revisions"("id");--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "review_deputies" ADD CONSTRAINT "review_deputies_assessment_id_assessments_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessments"("id");--> statement-breakpoint
ALTER TABLE "review_deputies" ADD CONSTRAINT "review_deputies_deputy_id_users_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "review_deputies" ADD CONSTRAINT "review_deputies_named_by_id_users_id_fkey" FOREIGN KEY ("named_by_id") REFERENCES "users"("id");