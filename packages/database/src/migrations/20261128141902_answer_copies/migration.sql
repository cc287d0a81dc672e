CREATE TABLE "answer_copies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"revision_id" uuid NOT NULL,
	"question" text NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"from_assessment_id" uuid NOT NULL,
	"from_revision" integer NOT NULL,
	"text" text NOT NULL,
	"copied_at" timestamp with time zone DEFAULT now() NOT NULL,
	"copied_by_id" uuid NOT NULL,
	CONSTRAINT "answer_copies_once" UNIQUE("revision_id","question","part","from_assessment_id","from_revision")
);
--> statement-breakpoint
ALTER TABLE "answer_copies" ADD CONSTRAINT "answer_copies_revision_id_assessment_revisions_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "assessment_revisions"("id");--> statement-breakpoint
ALTER TABLE "answer_copies" ADD CONSTRAINT "answer_copies_from_assessment_id_assessments_id_fkey" FOREIGN KEY ("from_assessment_id") REFERENCES "assessments"("id");--> statement-breakpoint
ALTER TABLE "answer_copies" ADD CONSTRAINT "answer_copies_copied_by_id_users_id_fkey" FOREIGN KEY ("copied_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "answer_copies" ADD CONSTRAINT "answer_copies_from_a_revision" FOREIGN KEY ("from_assessment_id","from_revision") REFERENCES "assessment_revisions"("assessment_id","number");