ALTER TYPE "notice_kind" ADD VALUE 'LEAD_CHANGED';--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;