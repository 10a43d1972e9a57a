ALTER TABLE `connector_version` ADD `source_text` text;--> statement-breakpoint
-- The live version gets the file it was made from: the one before an update that was not published yet, else the last.
UPDATE `connector_version` SET `source_text` = (
	SELECT CASE WHEN `undo`.`connector_id` IS NOT NULL AND `undo`.`created_at` >= `connector_version`.`created_at`
		THEN `undo`.`source_text` ELSE `connector`.`source_text` END
	FROM `connector` LEFT JOIN `connector_undo` AS `undo` ON `undo`.`connector_id` = `connector`.`id`
	WHERE `connector`.`id` = `connector_version`.`connector_id` AND `connector`.`live_version` = `connector_version`.`version`
);
