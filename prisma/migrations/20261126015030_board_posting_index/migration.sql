-- Nothing asks for postings in the order in which they were recorded: they are found by their item.
DROP INDEX "board_posting_organisation_id_recorded_at_idx";
