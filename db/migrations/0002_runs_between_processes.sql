CREATE TABLE `run_request` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_number` integer NOT NULL,
	`request` text NOT NULL,
	`created_at` integer NOT NULL,
	`answer` text,
	FOREIGN KEY (`run_number`) REFERENCES `run`(`number`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `run` ADD `answer_by` integer;--> statement-breakpoint
ALTER TABLE `run` ADD `dedupe_key` text;--> statement-breakpoint
CREATE INDEX `run_unowned` ON `run` (`number`) WHERE finished_at is null and owner is null;--> statement-breakpoint
CREATE INDEX `run_dedupe` ON `run` (`flow_id`,`dedupe_key`) WHERE dedupe_key is not null;