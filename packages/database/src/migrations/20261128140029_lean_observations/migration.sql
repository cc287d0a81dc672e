ALTER TABLE "observations" DROP CONSTRAINT "observations_source_id_sources_id_fkey";--> statement-breakpoint
DROP INDEX "observations_for_ranking";--> statement-breakpoint
DROP INDEX "observations_one_current";--> statement-breakpoint
CREATE UNIQUE INDEX "observations_one_current" ON "observations" ("metric_id","period","organisation_id",coalesce("breakdown_characteristic", ''),coalesce("breakdown_category", ''),("status" = 'FORECAST'),coalesce("superseded_at", 'infinity'));--> statement-breakpoint
DROP INDEX "observations_by_import";--> statement-breakpoint
CREATE INDEX "observations_by_import" ON "observations" USING brin ("import_id") WITH (autosummarize=true);