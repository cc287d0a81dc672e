ALTER TABLE "assessments" ADD COLUMN "superseded_by_id" uuid;--> statement-breakpoint
ALTER TABLE "sign_in_attempts" ADD COLUMN "max_age" integer DEFAULT 43200 NOT NULL;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_superseded_by_id_assessments_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "assessments"("id");