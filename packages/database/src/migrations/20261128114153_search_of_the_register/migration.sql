ALTER TABLE "published"."editions" ADD COLUMN "searched" tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', "words"), 'D')) STORED;--> statement-breakpoint
DROP INDEX "published"."editions_by_words";--> statement-breakpoint
CREATE INDEX "editions_by_words" ON "published"."editions" USING gin ("searched");