CREATE TABLE `allowed_host` (
	`host` text PRIMARY KEY NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `connection` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`connector_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`origin` text NOT NULL,
	`status` text NOT NULL,
	`last_error` text,
	`last_used_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`connector_id`) REFERENCES `connector`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connection_name` ON `connection` (`environment_id`,`name_key`);--> statement-breakpoint
CREATE INDEX `connection_connector` ON `connection` (`connector_id`);--> statement-breakpoint
CREATE TABLE `connection_value` (
	`connection_id` text NOT NULL,
	`environment_id` text NOT NULL,
	`name` text NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`connection_id`, `name`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `data_key` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text,
	`wrapped` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `connector` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`solution_id` text,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`revision` integer NOT NULL,
	`definition_text` text NOT NULL,
	`properties_text` text NOT NULL,
	`source_text` text,
	`live_version` integer NOT NULL,
	`edited` integer NOT NULL,
	`summary_text` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connector_slug` ON `connector` (`environment_id`,`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `connector_name` ON `connector` (`environment_id`,`name_key`);--> statement-breakpoint
CREATE INDEX `connector_solution` ON `connector` (`solution_id`);--> statement-breakpoint
CREATE TABLE `connector_icon` (
	`connector_id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`media_type` text NOT NULL,
	`data` blob NOT NULL,
	`version` text NOT NULL,
	FOREIGN KEY (`connector_id`) REFERENCES `connector`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `connector_undo` (
	`connector_id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`label` text NOT NULL,
	`definition_text` text NOT NULL,
	`properties_text` text NOT NULL,
	`source_text` text,
	`edited` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`connector_id`) REFERENCES `connector`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `connector_version` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`connector_id` text NOT NULL,
	`version` integer NOT NULL,
	`definition_text` text NOT NULL,
	`properties_text` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connector_version_number` ON `connector_version` (`connector_id`,`version`);--> statement-breakpoint
CREATE TABLE `environment` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`color` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `environment_member` (
	`environment_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `user_id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `flow` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`solution_id` text,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`origin` text NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`definition_text` text NOT NULL,
	`references_text` text NOT NULL,
	`live_version` integer NOT NULL,
	`edited` integer NOT NULL,
	`public_id` text NOT NULL,
	`hook_key_sealed` text NOT NULL,
	`hook_key_id` text NOT NULL,
	`former_hook_key_sealed` text,
	`former_hook_key_id` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flow_name` ON `flow` (`environment_id`,`name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `flow_public_id` ON `flow` (`public_id`);--> statement-breakpoint
CREATE INDEX `flow_solution` ON `flow` (`solution_id`);--> statement-breakpoint
CREATE TABLE `flow_version` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`flow_id` text NOT NULL,
	`version` integer NOT NULL,
	`definition_text` text NOT NULL,
	`references_text` text NOT NULL,
	`note` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flow_version_number` ON `flow_version` (`flow_id`,`version`);--> statement-breakpoint
CREATE TABLE `action_record` (
	`key` integer PRIMARY KEY NOT NULL,
	`begun` integer NOT NULL,
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
--> statement-breakpoint
CREATE TABLE `publisher` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`display_name` text NOT NULL,
	`unique_name` text NOT NULL,
	`prefix` text NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publisher_name` ON `publisher` (`environment_id`,`unique_name`);--> statement-breakpoint
CREATE TABLE `solution` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`publisher_id` text NOT NULL,
	`display_name` text NOT NULL,
	`name_key` text NOT NULL,
	`unique_name` text NOT NULL,
	`version` text NOT NULL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`publisher_id`) REFERENCES `publisher`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `solution_name` ON `solution` (`environment_id`,`name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `solution_unique_name` ON `solution` (`environment_id`,`unique_name`);--> statement-breakpoint
CREATE INDEX `solution_publisher` ON `solution` (`publisher_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`session_version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email` ON `user` (`email`);