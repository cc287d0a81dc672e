CREATE TYPE "file_state" AS ENUM('QUARANTINED', 'AVAILABLE', 'REFUSED');--> statement-breakpoint
CREATE TYPE "file_type" AS ENUM('PDF', 'DOCX', 'XLSX', 'ODT', 'CSV', 'PNG', 'JPEG');--> statement-breakpoint
CREATE TABLE "evidence_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"assessment_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"uploaded_by_id" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_files_assessment_id_sha256_name_unique" UNIQUE("assessment_id","sha256","name")
);
--> statement-breakpoint
CREATE TABLE "file_contents" (
	"sha256" text PRIMARY KEY,
	"bytes" integer NOT NULL,
	"type" "file_type" NOT NULL,
	"state" "file_state" NOT NULL,
	"scanned_at" timestamp with time zone,
	"found" text,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "file_contents_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "file_contents_bytes" CHECK ("bytes" > 0),
	CONSTRAINT "file_contents_found" CHECK (("state" = 'REFUSED') = ("found" is not null))
);
--> statement-breakpoint
CREATE TABLE "file_pieces" (
	"sha256" text,
	"position" integer,
	"data" bytea NOT NULL,
	CONSTRAINT "file_pieces_pkey" PRIMARY KEY("sha256","position")
);
--> statement-breakpoint
ALTER TABLE "evidence_links" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "evidence_links" ADD COLUMN "pinned_known_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "evidence_links" ADD COLUMN "pinned_groups" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence_links" ADD COLUMN "pinned_file" jsonb;--> statement-breakpoint
ALTER TABLE "strategy_elements" ADD COLUMN "words_changed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "evidence_files_by_content" ON "evidence_files" ("sha256");--> statement-breakpoint
CREATE INDEX "evidence_links_by_element" ON "evidence_links" ("strategy_element_id");--> statement-breakpoint
CREATE INDEX "evidence_links_by_file" ON "evidence_links" ("file_id");--> statement-breakpoint
CREATE INDEX "file_contents_unscanned" ON "file_contents" ("received_at") WHERE "scanned_at" is null;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_assessment_id_assessments_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessments"("id");--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_sha256_file_contents_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_contents"("sha256");--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_uploaded_by_id_users_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_file_id_evidence_files_id_fkey" FOREIGN KEY ("file_id") REFERENCES "evidence_files"("id");--> statement-breakpoint
ALTER TABLE "file_pieces" ADD CONSTRAINT "file_pieces_sha256_file_contents_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_contents"("sha256") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_file_pinned" CHECK (("file_id" is null) = ("pinned_file" is null));--> statement-breakpoint
ALTER TABLE "evidence_links" DROP CONSTRAINT "evidence_links_one_target", ADD CONSTRAINT "evidence_links_one_target" CHECK (num_nonnulls("observation_id", "strategy_element_id", "url", "file_id") = 1);