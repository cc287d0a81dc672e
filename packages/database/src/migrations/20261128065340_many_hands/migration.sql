CREATE TABLE "assessment_presence" (
	"assessment_id" uuid,
	"user_id" uuid,
	"tab" text,
	"place" text,
	"stream_id" uuid,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessment_presence_pkey" PRIMARY KEY("assessment_id","user_id","tab")
);
--> statement-breakpoint
ALTER TABLE "assessment_people" ADD COLUMN "added_by_id" uuid;--> statement-breakpoint
ALTER TABLE "assessment_people" ADD COLUMN "removed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "granted_by_id" uuid;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "revoked_by_id" uuid;--> statement-breakpoint
CREATE INDEX "assessment_presence_by_expiry" ON "assessment_presence" ("expires_at");--> statement-breakpoint
ALTER TABLE "assessment_people" ADD CONSTRAINT "assessment_people_added_by_id_users_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "assessment_people" ADD CONSTRAINT "assessment_people_removed_by_id_users_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_granted_by_id_users_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_revoked_by_id_users_id_fkey" FOREIGN KEY ("revoked_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "assessment_presence" ADD CONSTRAINT "assessment_presence_assessment_id_assessments_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessments"("id");--> statement-breakpoint
ALTER TABLE "assessment_presence" ADD CONSTRAINT "assessment_presence_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");