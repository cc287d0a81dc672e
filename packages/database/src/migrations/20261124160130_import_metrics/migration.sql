-- The three tables that hold what is only on its way in are not logged: half the work, and after a crash of Postgres they
-- are empty, which the start takes for what it is (expire-imports.ts).
CREATE TYPE "import_file_type" AS ENUM('CSV', 'XLSX');--> statement-breakpoint
CREATE TYPE "import_outcome" AS ENUM('NEW', 'REVISED', 'SAME');--> statement-breakpoint
CREATE TYPE "import_state" AS ENUM('READING', 'UPLOADED', 'CHECKING', 'CHECKED', 'COMMITTING', 'COMMITTED', 'UNDOING', 'UNDONE', 'FAILED', 'EXPIRED');--> statement-breakpoint
CREATE UNLOGGED TABLE "metric_import_figures" (
	"import_id" uuid,
	"row" integer,
	"metric_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"period" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"breakdown_characteristic" text,
	"breakdown_category" text,
	"status" "observation_status" NOT NULL,
	"unit" "unit" NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"count" numeric,
	"count_of" text,
	"display" text NOT NULL,
	"no_value_reason" "no_value_reason",
	"expected_on" text,
	"note" text,
	"doubts" text[] NOT NULL,
	"outcome" "import_outcome" NOT NULL,
	"based_on_id" uuid,
	"duplicate" boolean DEFAULT false NOT NULL,
	CONSTRAINT "metric_import_figures_pkey" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "metric_import_problems" (
	"import_id" uuid,
	"row" integer,
	"number" smallint,
	"kind" text NOT NULL,
	"column" integer,
	"header" text,
	"printed" text,
	"detail" text NOT NULL,
	CONSTRAINT "metric_import_problems_pkey" PRIMARY KEY("import_id","row","number")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "metric_import_rows" (
	"import_id" uuid,
	"sheet" smallint,
	"row" integer,
	"cells" text[] NOT NULL,
	CONSTRAINT "metric_import_rows_pkey" PRIMARY KEY("import_id","sheet","row")
);
--> statement-breakpoint
CREATE TABLE "metric_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"file_name" text NOT NULL,
	"file_type" "import_file_type" NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"state" "import_state" NOT NULL,
	"failure" text,
	"sheets" jsonb DEFAULT '[]' NOT NULL,
	"mapping" jsonb,
	"counts" jsonb,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"rows_in_all" integer,
	"uploaded_by_id" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp with time zone,
	"skipped_faulty" boolean,
	"recorded_at" timestamp with time zone,
	"recorded_by_id" uuid,
	"undone_at" timestamp with time zone,
	"undone_by_id" uuid
);
--> statement-breakpoint
ALTER TABLE "observations" DROP CONSTRAINT "observations_metric_id_metrics_id_fkey";--> statement-breakpoint
ALTER TABLE "observations" DROP CONSTRAINT "observations_organisation_id_organisations_id_fkey";--> statement-breakpoint
ALTER TABLE "observations" DROP CONSTRAINT "observations_recorded_by_id_users_id_fkey";--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "import_id" uuid;--> statement-breakpoint
CREATE INDEX "metric_imports_newest" ON "metric_imports" ("uploaded_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "observations_by_import" ON "observations" ("import_id") WHERE "import_id" is not null;--> statement-breakpoint
ALTER TABLE "metric_imports" ADD CONSTRAINT "metric_imports_uploaded_by_id_users_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "metric_imports" ADD CONSTRAINT "metric_imports_recorded_by_id_users_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "metric_imports" ADD CONSTRAINT "metric_imports_undone_by_id_users_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "users"("id");