CREATE INDEX "ratings_by_figure" ON "ratings" ("metric_id","organisation_id","period");--> statement-breakpoint
CREATE INDEX "reported_standings_by_figure" ON "reported_standings" ("metric_id","organisation_id","period");--> statement-breakpoint
CREATE INDEX "targets_by_figure" ON "targets" ("metric_id","organisation_id","period");