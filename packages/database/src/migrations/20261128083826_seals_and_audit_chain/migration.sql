CREATE TABLE "audit_chain" (
	"position" bigint PRIMARY KEY,
	"sequence" bigint NOT NULL UNIQUE,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"only" boolean PRIMARY KEY DEFAULT true,
	"position" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_one_row" CHECK ("only")
);
--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "seal_statement" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "seal_hash" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "seal" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "seal_key_id" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_seal_whole" CHECK (num_nonnulls("seal_statement", "seal_hash", "seal", "seal_key_id") in (0, 4));