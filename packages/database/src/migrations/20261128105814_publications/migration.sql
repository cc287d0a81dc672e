CREATE TYPE "redaction_choice" AS ENUM('REDACT', 'KEEP', 'REPLACE');--> statement-breakpoint
CREATE TABLE "publication_files" (
	"publication_id" uuid,
	"format" "published"."public_format",
	"bytes" bytea NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "publication_files_pkey" PRIMARY KEY("publication_id","format"),
	CONSTRAINT "publication_files_sha256" CHECK (encode(sha256("bytes"), 'hex') = "sha256")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"revision_id" uuid NOT NULL UNIQUE,
	"edition" integer NOT NULL,
	"copy" text NOT NULL,
	"copy_hash" text NOT NULL,
	"publication_hash" text NOT NULL,
	"prepared_by_id" uuid NOT NULL,
	"prepared_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"approved_by_id" uuid,
	"approved_at" timestamp with time zone,
	CONSTRAINT "publications_approved_by_somebody" CHECK (("approved_at" is null) = ("approved_by_id" is null)),
	CONSTRAINT "publications_approved_by_another" CHECK ("approved_by_id" <> "prepared_by_id")
);
--> statement-breakpoint
CREATE TABLE "redaction_decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"revision_id" uuid NOT NULL,
	"hit_id" text NOT NULL,
	"place" text NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"passage" text NOT NULL,
	"choice" "redaction_choice" NOT NULL,
	"reason" text,
	"replacement" text,
	"version" integer NOT NULL,
	"decided_by_id" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "redaction_decisions_once" UNIQUE("revision_id","hit_id","version"),
	CONSTRAINT "redaction_decisions_passage" CHECK (0 <= "start" and "start" < "end"),
	CONSTRAINT "redaction_decisions_kept_with_reason" CHECK (("choice" = 'KEEP') = ("reason" is not null)),
	CONSTRAINT "redaction_decisions_replaced_by_something" CHECK (("choice" = 'REPLACE') = ("replacement" is not null))
);
--> statement-breakpoint
ALTER TABLE "publication_files" ADD CONSTRAINT "publication_files_publication_id_publications_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publications"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_revision_id_assessment_revisions_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "assessment_revisions"("id");--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_prepared_by_id_users_id_fkey" FOREIGN KEY ("prepared_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_approved_by_id_users_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "redaction_decisions" ADD CONSTRAINT "redaction_decisions_revision_id_assessment_revisions_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "assessment_revisions"("id");--> statement-breakpoint
ALTER TABLE "redaction_decisions" ADD CONSTRAINT "redaction_decisions_decided_by_id_users_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id");