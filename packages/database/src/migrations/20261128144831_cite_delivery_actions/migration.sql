ALTER TABLE "evidence_links" ADD COLUMN "delivery_action_id" uuid;--> statement-breakpoint
CREATE INDEX "evidence_links_by_delivery_action" ON "evidence_links" ("delivery_action_id");--> statement-breakpoint
CREATE INDEX "delivery_actions_by_words" ON "delivery_actions" USING gin (plan_words("title", "responsible", "reference"));--> statement-breakpoint
CREATE INDEX "delivery_actions_by_spelling" ON "delivery_actions" USING gin ("title" gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_delivery_action_id_delivery_actions_id_fkey" FOREIGN KEY ("delivery_action_id") REFERENCES "delivery_actions"("id");--> statement-breakpoint
ALTER TABLE "evidence_links" DROP CONSTRAINT "evidence_links_one_target", ADD CONSTRAINT "evidence_links_one_target" CHECK (num_nonnulls("observation_id", "strategy_element_id", "delivery_action_id", "url", "file_id") = 1);