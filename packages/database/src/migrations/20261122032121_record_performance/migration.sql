CREATE TABLE "comparator_group_members" (
	"group_id" uuid,
	"organisation_id" uuid,
	CONSTRAINT "comparator_group_members_pkey" PRIMARY KEY("group_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "comparator_groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"name" text NOT NULL UNIQUE,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "progress_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"action_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"status" "action_status" NOT NULL,
	"author_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "progress_notes_action_id_number_unique" UNIQUE("action_id","number")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "commentary_one_current" ON "commentary" ("metric_id","organisation_id","period","author_id") WHERE "superseded_at" is null;--> statement-breakpoint
ALTER TABLE "comparator_group_members" ADD CONSTRAINT "comparator_group_members_group_id_comparator_groups_id_fkey" FOREIGN KEY ("group_id") REFERENCES "comparator_groups"("id");--> statement-breakpoint
ALTER TABLE "comparator_group_members" ADD CONSTRAINT "comparator_group_members_organisation_id_organisations_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id");--> statement-breakpoint
ALTER TABLE "progress_notes" ADD CONSTRAINT "progress_notes_action_id_delivery_actions_id_fkey" FOREIGN KEY ("action_id") REFERENCES "delivery_actions"("id");--> statement-breakpoint
ALTER TABLE "progress_notes" ADD CONSTRAINT "progress_notes_author_id_users_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id");