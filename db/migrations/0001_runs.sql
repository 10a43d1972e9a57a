CREATE TABLE `action_record` (
	`key` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`path` text,
	`status` text NOT NULL,
	`code` text,
	`inputs` text,
	`outputs` text,
	`error` text,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`attempts` text,
	`due_at` integer,
	`effect` text
);
--> statement-breakpoint
CREATE TABLE `run` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`environment_id` text NOT NULL,
	`flow_id` text NOT NULL,
	`flow_name` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer,
	`trigger_name` text NOT NULL,
	`source` text NOT NULL,
	`status` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`error_code` text,
	`error_message` text,
	`error_action` text,
	`outputs` text,
	`in_doubt` integer NOT NULL,
	`sequence` integer NOT NULL,
	`owner` text,
	`fence` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `run_id` ON `run` (`id`);--> statement-breakpoint
CREATE INDEX `run_flow` ON `run` (`flow_id`,`number`);--> statement-breakpoint
CREATE INDEX `run_unfinished` ON `run` (`number`) WHERE finished_at is null;--> statement-breakpoint
CREATE TABLE `runner_instance` (
	`id` text PRIMARY KEY NOT NULL,
	`host` text NOT NULL,
	`pid` integer NOT NULL,
	`lease_until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `stored_text` (
	`hash` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL
);
