ALTER TABLE "metric_import_figures" ADD COLUMN "forecast_method" "forecast_method";--> statement-breakpoint
ALTER TABLE "metric_import_figures" ADD COLUMN "forecast_basis" text;