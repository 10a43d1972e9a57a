CREATE TABLE `connector_palette` (
	`connector_id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`version` integer NOT NULL,
	`brand_color` text NOT NULL,
	`actions` integer NOT NULL,
	`triggers` integer NOT NULL,
	`operations` integer NOT NULL,
	FOREIGN KEY (`connector_id`) REFERENCES `connector`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `connector_palette_environment` ON `connector_palette` (`environment_id`);--> statement-breakpoint
CREATE TABLE `operation_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`environment_id` text NOT NULL,
	`connector_id` text NOT NULL,
	`operation_id` text NOT NULL,
	`visibility` text NOT NULL,
	`entry_text` text NOT NULL,
	`search_text` text NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`connector_id`) REFERENCES `connector`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `operation_entry_environment` ON `operation_entry` (`environment_id`);--> statement-breakpoint
CREATE INDEX `operation_entry_connector` ON `operation_entry` (`connector_id`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `operation_text` USING fts5(`search_text`, content = 'operation_entry', content_rowid = 'id', tokenize = 'trigram case_sensitive 1');
--> statement-breakpoint
CREATE TRIGGER `operation_entry_inserted` AFTER INSERT ON `operation_entry` BEGIN
	INSERT INTO `operation_text` (`rowid`, `search_text`) VALUES (new.`id`, new.`search_text`);
END;
--> statement-breakpoint
CREATE TRIGGER `operation_entry_deleted` AFTER DELETE ON `operation_entry` BEGIN
	INSERT INTO `operation_text` (`operation_text`, `rowid`, `search_text`) VALUES ('delete', old.`id`, old.`search_text`);
END;
