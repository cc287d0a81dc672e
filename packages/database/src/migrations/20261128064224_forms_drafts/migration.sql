CREATE TABLE "form_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"key" text NOT NULL UNIQUE,
	"document" jsonb NOT NULL,
	"based_on_id" uuid,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_by_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_by_id" uuid NOT NULL,
	CONSTRAINT "form_drafts_version_counts" CHECK ("version" > 0)
);
--> statement-breakpoint
ALTER TABLE "form_templates" ADD COLUMN "published_by_id" uuid;--> statement-breakpoint
ALTER TABLE "form_drafts" ADD CONSTRAINT "form_drafts_based_on_id_form_templates_id_fkey" FOREIGN KEY ("based_on_id") REFERENCES "form_templates"("id");--> statement-breakpoint
ALTER TABLE "form_drafts" ADD CONSTRAINT "form_drafts_started_by_id_users_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "form_drafts" ADD CONSTRAINT "form_drafts_saved_by_id_users_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "form_templates" ADD CONSTRAINT "form_templates_published_by_id_users_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "users"("id");