CREATE INDEX "metrics_by_words" ON "metrics" USING gin (metric_words("code", "official_code", "title", "description", joined("tags") || ' ' || coalesce("numerator_label", '') || ' ' || coalesce("denominator_label", '')));--> statement-breakpoint
CREATE INDEX "metrics_by_spelling" ON "metrics" USING gin ("title" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "metrics_by_code_key" ON "metrics" (code_key("code"));--> statement-breakpoint
CREATE INDEX "metrics_by_official_code_key" ON "metrics" (code_key("official_code"));--> statement-breakpoint
CREATE INDEX "observations_groups" ON "observations" ("metric_id","organisation_id","breakdown_category") WHERE "breakdown_category" is not null and "superseded_at" is null;--> statement-breakpoint
CREATE INDEX "organisations_by_words" ON "organisations" USING gin (plan_words("name", null, null));--> statement-breakpoint
CREATE INDEX "strategies_by_words" ON "strategies" USING gin (plan_words("title", "full_title", "summary"));--> statement-breakpoint
CREATE INDEX "strategy_elements_by_words" ON "strategy_elements" USING gin (plan_words("title", "text", joined("found") || ' ' || joined("will_do") || ' ' || joined("how_we_will_know")));--> statement-breakpoint
CREATE INDEX "strategy_elements_by_spelling" ON "strategy_elements" USING gin ("title" gin_trgm_ops);