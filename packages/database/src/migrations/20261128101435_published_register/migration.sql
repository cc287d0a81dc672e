CREATE SCHEMA "published";
--> statement-breakpoint
CREATE TYPE "published"."public_format" AS ENUM('html', 'pdf', 'docx', 'json');--> statement-breakpoint
CREATE TYPE "published"."published_state" AS ENUM('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN');--> statement-breakpoint
CREATE TABLE "published"."editions" (
	"reference" text,
	"edition" integer,
	"title" text NOT NULL,
	"completed_on" date NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"characteristics" "protected_characteristic"[] NOT NULL,
	"content" text NOT NULL,
	"content_hash" text NOT NULL,
	"seal" jsonb NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "editions_pkey" PRIMARY KEY("reference","edition")
);
--> statement-breakpoint
CREATE TABLE "published"."entries" (
	"reference" text PRIMARY KEY,
	"state" "published"."published_state" NOT NULL,
	"edition" integer NOT NULL,
	"organisation_code" text NOT NULL,
	"organisation" text NOT NULL,
	"department_slug" text NOT NULL,
	"department" text NOT NULL,
	"first_published_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"notice" text,
	"superseded_by" text,
	CONSTRAINT "entries_state_told" CHECK (("state" = 'PUBLISHED') = ("notice" is null)),
	CONSTRAINT "entries_successor" CHECK (("state" = 'SUPERSEDED') = ("superseded_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "published"."files" (
	"reference" text,
	"edition" integer,
	"format" "published"."public_format",
	"bytes" bytea NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "files_pkey" PRIMARY KEY("reference","edition","format"),
	CONSTRAINT "files_sha256" CHECK (encode(sha256("bytes"), 'hex') = "sha256")
);
--> statement-breakpoint
CREATE INDEX "editions_by_words" ON "published"."editions" USING gin ((setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', "words"), 'D')));--> statement-breakpoint
CREATE INDEX "entries_by_change" ON "published"."entries" ("changed_at");--> statement-breakpoint
ALTER TABLE "published"."editions" ADD CONSTRAINT "editions_reference_entries_reference_fkey" FOREIGN KEY ("reference") REFERENCES "published"."entries"("reference");--> statement-breakpoint
ALTER TABLE "published"."files" ADD CONSTRAINT "files_reference_edition_editions_reference_edition_fkey" FOREIGN KEY ("reference","edition") REFERENCES "published"."editions"("reference","edition");