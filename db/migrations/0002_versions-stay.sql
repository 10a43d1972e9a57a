PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_connector_version` (
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
INSERT INTO `__new_connector_version`("id", "environment_id", "connector_id", "version", "definition_text", "properties_text", "created_by", "created_at") SELECT "id", "environment_id", "connector_id", "version", "definition_text", "properties_text", "created_by", "created_at" FROM `connector_version`;--> statement-breakpoint
DROP TABLE `connector_version`;--> statement-breakpoint
ALTER TABLE `__new_connector_version` RENAME TO `connector_version`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `connector_version_number` ON `connector_version` (`connector_id`,`version`);--> statement-breakpoint
CREATE TABLE `__new_flow_version` (
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
INSERT INTO `__new_flow_version`("id", "environment_id", "flow_id", "version", "definition_text", "references_text", "note", "created_by", "created_at") SELECT "id", "environment_id", "flow_id", "version", "definition_text", "references_text", "note", "created_by", "created_at" FROM `flow_version`;--> statement-breakpoint
DROP TABLE `flow_version`;--> statement-breakpoint
ALTER TABLE `__new_flow_version` RENAME TO `flow_version`;--> statement-breakpoint
CREATE UNIQUE INDEX `flow_version_number` ON `flow_version` (`flow_id`,`version`);