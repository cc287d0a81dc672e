ALTER TYPE "notice_kind" ADD VALUE 'DECISION_DUE_SOON';--> statement-breakpoint
ALTER TYPE "notice_kind" ADD VALUE 'DECISION_OVERDUE';