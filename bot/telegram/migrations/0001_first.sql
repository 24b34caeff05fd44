-- Updates as Telegram sent them. `body` is emptied as soon as the update is done: what stays
-- is the number, which tells a repeated update from a new one.
CREATE TABLE updates (
    update_id BIGINT PRIMARY KEY,
    lane TEXT NOT NULL,
    said_at DOUBLE PRECISION NOT NULL,
    received_at DOUBLE PRECISION NOT NULL,
    body TEXT,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_try DOUBLE PRECISION NOT NULL DEFAULT 0,
    notice TEXT
);
CREATE INDEX updates_open ON updates (lane, update_id) WHERE state <> 'done';

-- Replies that are to be sent; gone once the update is done.
CREATE TABLE replies (
    update_id BIGINT NOT NULL,
    part INTEGER NOT NULL,
    body TEXT NOT NULL,
    sent_at DOUBLE PRECISION,
    PRIMARY KEY (update_id, part)
);

-- Answers that buttons refer to, by a digest of their content; nobody is named in them.
CREATE TABLE answers (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    used_at DOUBLE PRECISION NOT NULL
);

-- `person` is a salted hash of the Telegram id everywhere.
CREATE TABLE conversations (
    conversation TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    used_at DOUBLE PRECISION NOT NULL
);
CREATE INDEX conversations_person ON conversations (person);

CREATE TABLE places (
    person TEXT PRIMARY KEY,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    set_at DOUBLE PRECISION NOT NULL
);

CREATE TABLE feedback (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    answer TEXT,
    verdict TEXT NOT NULL,
    remark TEXT,
    given_at DOUBLE PRECISION NOT NULL
);
CREATE INDEX feedback_person ON feedback (person);

CREATE TABLE asked (
    update_id BIGINT PRIMARY KEY,
    person TEXT NOT NULL,
    outcome TEXT NOT NULL,
    kind TEXT NOT NULL,
    milliseconds INTEGER NOT NULL,
    asked_at DOUBLE PRECISION NOT NULL
);
CREATE INDEX asked_person ON asked (person);

-- What the next plain message of a conversation is taken for (a remark, an invitation code).
CREATE TABLE awaited (
    conversation TEXT PRIMARY KEY,
    what TEXT NOT NULL,
    until DOUBLE PRECISION NOT NULL
);

CREATE TABLE members (
    person TEXT PRIMARY KEY,
    joined_at DOUBLE PRECISION NOT NULL
);

CREATE TABLE invitations (
    code TEXT PRIMARY KEY,
    expires_at DOUBLE PRECISION NOT NULL,
    used_by TEXT
);

-- Files that maintainers sent and have not yet decided on.
CREATE TABLE offers (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    file_id TEXT NOT NULL,
    name TEXT NOT NULL,
    offered_at DOUBLE PRECISION NOT NULL
);
