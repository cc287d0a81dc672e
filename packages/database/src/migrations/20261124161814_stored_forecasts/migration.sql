CREATE TYPE "forecast_method" AS ENUM('LINEAR', 'PROFILED', 'OFFICER');--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "forecast_method" "forecast_method";--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "forecast_basis" text;--> statement-breakpoint
CREATE INDEX "observations_forecasts" ON "observations" ("metric_id","organisation_id") WHERE "status" = 'FORECAST';--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_forecast_whole" CHECK (("forecast_method" is null) = ("forecast_basis" is null));--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_forecast_alone" CHECK ("forecast_method" is null or "status" = 'FORECAST');