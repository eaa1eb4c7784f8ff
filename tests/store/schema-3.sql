CREATE TABLE docgen_schema (
	version INTEGER NOT NULL
);
CREATE TABLE offices (
	id VARCHAR(32) NOT NULL,
	revision INTEGER NOT NULL,
	created VARCHAR(27) NOT NULL,
	changed VARCHAR(27) NOT NULL,
	name TEXT NOT NULL,
	luu TEXT NOT NULL,
	file_pattern TEXT NOT NULL,
	pairs TEXT NOT NULL,
	signers TEXT NOT NULL,
	recipients TEXT NOT NULL,
	bases TEXT NOT NULL,
	CONSTRAINT pk_offices PRIMARY KEY (id)
);
CREATE TABLE users (
	name VARCHAR(64) NOT NULL,
	folded VARCHAR(256) NOT NULL,
	full_name TEXT NOT NULL,
	role VARCHAR(16) NOT NULL,
	password_hash TEXT NOT NULL,
	disabled BOOLEAN NOT NULL,
	revision INTEGER NOT NULL,
	created VARCHAR(27) NOT NULL,
	changed VARCHAR(27) NOT NULL,
	CONSTRAINT pk_users PRIMARY KEY (name),
	CONSTRAINT uq_users_folded UNIQUE (folded)
);
CREATE TABLE attempts (
	subject VARCHAR(64) NOT NULL,
	failures INTEGER NOT NULL,
	first VARCHAR(27) NOT NULL,
	locked_until VARCHAR(27),
	CONSTRAINT pk_attempts PRIMARY KEY (subject)
);
CREATE INDEX ix_attempts_first ON attempts (first);
CREATE TABLE kept_files (
	ten VARCHAR(160) NOT NULL,
	number INTEGER NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	size INTEGER NOT NULL,
	at VARCHAR(27) NOT NULL,
	who VARCHAR(64) NOT NULL,
	note TEXT NOT NULL,
	data BLOB NOT NULL,
	CONSTRAINT pk_kept_files PRIMARY KEY (ten, number)
);
CREATE INDEX ix_kept_files_sha256 ON kept_files (sha256);
CREATE TABLE active_files (
	ten VARCHAR(160) NOT NULL,
	number INTEGER NOT NULL,
	at VARCHAR(27) NOT NULL,
	who VARCHAR(64) NOT NULL,
	CONSTRAINT pk_active_files PRIMARY KEY (ten)
);
CREATE TABLE drafts (
	id VARCHAR(32) NOT NULL,
	loai VARCHAR(64) NOT NULL,
	owner VARCHAR(64) NOT NULL,
	office VARCHAR(32),
	archived BOOLEAN NOT NULL,
	revision INTEGER NOT NULL,
	last_version INTEGER NOT NULL,
	created VARCHAR(27) NOT NULL,
	changed VARCHAR(27) NOT NULL,
	who VARCHAR(64) NOT NULL,
	title TEXT NOT NULL,
	source TEXT NOT NULL,
	sought TEXT NOT NULL,
	report TEXT NOT NULL,
	pairs TEXT NOT NULL,
	CONSTRAINT pk_drafts PRIMARY KEY (id),
	CONSTRAINT fk_drafts_office FOREIGN KEY(office) REFERENCES offices (id) ON DELETE SET NULL
);
CREATE INDEX ix_drafts_archived_changed ON drafts (archived, changed);
CREATE TABLE versions (
	draft VARCHAR(32) NOT NULL,
	number INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	at VARCHAR(27) NOT NULL,
	who VARCHAR(64) NOT NULL,
	name TEXT NOT NULL,
	why TEXT NOT NULL,
	title TEXT NOT NULL,
	pairs TEXT NOT NULL,
	CONSTRAINT pk_versions PRIMARY KEY (draft, number),
	CONSTRAINT fk_versions_draft FOREIGN KEY(draft) REFERENCES drafts (id) ON DELETE CASCADE
);
CREATE TABLE jobs (
	id VARCHAR(32) NOT NULL,
	owner VARCHAR(64) NOT NULL,
	draft VARCHAR(32),
	state VARCHAR(16) NOT NULL,
	with_pdf BOOLEAN NOT NULL,
	judged INTEGER NOT NULL,
	total INTEGER NOT NULL,
	made INTEGER NOT NULL,
	kept INTEGER NOT NULL,
	failed INTEGER NOT NULL,
	done INTEGER NOT NULL,
	wanted INTEGER NOT NULL,
	milliseconds INTEGER NOT NULL,
	created VARCHAR(27) NOT NULL,
	changed VARCHAR(27) NOT NULL,
	phase TEXT NOT NULL,
	title TEXT NOT NULL,
	sheet TEXT NOT NULL,
	pattern TEXT NOT NULL,
	message TEXT NOT NULL,
	CONSTRAINT pk_jobs PRIMARY KEY (id),
	CONSTRAINT fk_jobs_draft FOREIGN KEY(draft) REFERENCES drafts (id) ON DELETE SET NULL
);
CREATE INDEX ix_jobs_state_changed ON jobs (state, changed);
CREATE TABLE uses (
	id VARCHAR(32) NOT NULL,
	draft VARCHAR(32),
	ten VARCHAR(160) NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	at VARCHAR(27) NOT NULL,
	who VARCHAR(64) NOT NULL,
	copies INTEGER NOT NULL,
	title TEXT NOT NULL,
	CONSTRAINT pk_uses PRIMARY KEY (id),
	CONSTRAINT fk_uses_draft FOREIGN KEY(draft) REFERENCES drafts (id) ON DELETE SET NULL
);
CREATE INDEX ix_uses_sha256_draft ON uses (sha256, draft);
