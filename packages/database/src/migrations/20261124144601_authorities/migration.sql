ALTER TYPE "organisation_kind" ADD VALUE 'LONDON_BOROUGH' BEFORE 'NATION';--> statement-breakpoint
ALTER TYPE "organisation_kind" ADD VALUE 'METROPOLITAN_DISTRICT' BEFORE 'NATION';--> statement-breakpoint
ALTER TYPE "organisation_kind" ADD VALUE 'REGION' BEFORE 'NATION';--> statement-breakpoint
CREATE TABLE "organisation_successors" (
	"organisation_id" uuid,
	"successor_id" uuid,
	CONSTRAINT "organisation_successors_pkey" PRIMARY KEY("organisation_id","successor_id")
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "region_id" uuid;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "valid_from" date;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "valid_to" date;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "former_codes" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation_successors" ADD CONSTRAINT "organisation_successors_organisation_id_organisations_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id");--> statement-breakpoint
ALTER TABLE "organisation_successors" ADD CONSTRAINT "organisation_successors_successor_id_organisations_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "organisations"("id");--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_region_id_organisations_id_fkey" FOREIGN KEY ("region_id") REFERENCES "organisations"("id");