-- A draft's place also holds answers that were laid aside and may come back: as long as the draft's own.
alter table local_draft alter column place set data type varchar(4194304);
