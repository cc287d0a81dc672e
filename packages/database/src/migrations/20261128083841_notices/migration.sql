CREATE TYPE "email_choice" AS ENUM('EACH', 'DAILY', 'NONE');--> statement-breakpoint
CREATE TYPE "email_state" AS ENUM('WAITING', 'SENT', 'GIVEN_UP', 'DROPPED');--> statement-breakpoint
CREATE TYPE "notice_kind" AS ENUM('INVITED', 'MADE_LEAD', 'COMMENTED', 'CHANGES_REQUESTED', 'SUBMITTED_FOR_REVIEW', 'POINTS_ADDRESSED', 'RECOMMENDED', 'NAMED_DEPUTY', 'SIGNED_OFF', 'PUBLISHED', 'REOPENED', 'WITHDRAWN', 'RESULTS_EXPECTED', 'RESULTS_OVERDUE', 'ACTION_DUE_SOON', 'ACTION_OVERDUE', 'REVIEW_DUE_SOON', 'REVIEW_OVERDUE');--> statement-breakpoint
CREATE TABLE "emails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"recipient_id" uuid NOT NULL,
	"is_digest" boolean DEFAULT false NOT NULL,
	"state" "email_state" DEFAULT 'WAITING'::"email_state" NOT NULL,
	"because" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "emails_settled" CHECK (("state" = 'WAITING') = ("settled_at" is null)),
	CONSTRAINT "emails_given_up_because" CHECK (("state" = 'GIVEN_UP') = ("because" is not null))
);
--> statement-breakpoint
CREATE TABLE "notice_preferences" (
	"user_id" uuid PRIMARY KEY,
	"email" "email_choice" NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"recipient_id" uuid NOT NULL,
	"kind" "notice_kind" NOT NULL,
	"key" text NOT NULL,
	"assessment_id" uuid,
	"organisation_id" uuid,
	"actor_id" uuid,
	"due" text,
	"count" integer DEFAULT 1 NOT NULL,
	"place" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"email_id" uuid,
	CONSTRAINT "notices_once" UNIQUE("recipient_id","key"),
	CONSTRAINT "notices_about_one" CHECK (num_nonnulls("assessment_id", "organisation_id") = 1)
);
--> statement-breakpoint
CREATE INDEX "observations_awaited" ON "observations" ("organisation_id") WHERE "no_value_reason" = 'RESULTS_DUE' and "superseded_at" is null;--> statement-breakpoint
CREATE INDEX "emails_given_up" ON "emails" ("settled_at") WHERE "state" = 'GIVEN_UP';--> statement-breakpoint
CREATE INDEX "emails_by_recipient" ON "emails" ("recipient_id","created_at");--> statement-breakpoint
CREATE INDEX "notices_by_recipient" ON "notices" ("recipient_id","created_at");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" ("recipient_id") WHERE "read_at" is null;--> statement-breakpoint
CREATE INDEX "notices_by_email" ON "notices" ("email_id") WHERE "email_id" is not null;--> statement-breakpoint
ALTER TABLE "emails" ADD CONSTRAINT "emails_recipient_id_users_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_recipient_id_users_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_assessment_id_assessments_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessments"("id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_organisation_id_organisations_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_actor_id_users_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_email_id_emails_id_fkey" FOREIGN KEY ("email_id") REFERENCES "emails"("id");