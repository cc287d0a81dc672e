-- Rows that wait are put into blocks as they are; unlogged as before, and the texts stored as they stand, not packed.
ALTER TABLE "metric_import_rows" RENAME TO "metric_import_rows_singly";--> statement-breakpoint
ALTER TABLE "metric_import_rows_singly" RENAME CONSTRAINT "metric_import_rows_pkey" TO "metric_import_rows_singly_pkey";--> statement-breakpoint
CREATE UNLOGGED TABLE "metric_import_rows" (
	"import_id" uuid,
	"sheet" smallint,
	"first_row" integer,
	"last_row" integer NOT NULL,
	"rows" text NOT NULL,
	CONSTRAINT "metric_import_rows_pkey" PRIMARY KEY("import_id","sheet","first_row")
);
--> statement-breakpoint
ALTER TABLE "metric_import_rows" ALTER COLUMN "rows" SET STORAGE EXTERNAL;--> statement-breakpoint
INSERT INTO "metric_import_rows" ("import_id", "sheet", "first_row", "last_row", "rows")
	SELECT "import_id", "sheet", min("row"), max("row"), json_agg(json_build_array("row", "cells") ORDER BY "row")::text
	FROM "metric_import_rows_singly" GROUP BY "import_id", "sheet", "row" / 250;--> statement-breakpoint
DROP TABLE "metric_import_rows_singly";
