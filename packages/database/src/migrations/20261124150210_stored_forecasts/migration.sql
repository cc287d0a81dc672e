CREATE TYPE "forecast_method" AS ENUM('LINEAR', 'PROFILED', 'OFFICER');--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "forecast_method" "forecast_method";--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "forecast_basis" text;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_forecast_whole" CHECK (("forecast_method" is null) = ("forecast_basis" is null));--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_forecast_alone" CHECK ("forecast_method" is null or "status" = 'FORECAST');