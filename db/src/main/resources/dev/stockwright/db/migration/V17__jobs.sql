-- Jobs, and the messages that tell people of alerts.

-- Jobs ------------------------------------------------------------------------------------------------

-- The table of db-scheduler 16: which job is due when, and which server works on it.
CREATE TABLE scheduled_tasks (
  task_name            text        NOT NULL,
  task_instance        text        NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean     NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);

-- What a job did: each run that changed something or failed.
CREATE TABLE job_run (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job      text        NOT NULL,
  began_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  failed   boolean     NOT NULL,
  detail   text        NOT NULL
);
CREATE INDEX job_run_job ON job_run (job, id);
CREATE INDEX job_run_began_at ON job_run (began_at);

-- Notifications ---------------------------------------------------------------------------------------

-- Where alerts are told. Warehouse 0 is all of them; no kinds: all of them. Severity: 1 critical,
-- 2 warning, 3 notice: those and graver are told.
CREATE TABLE channel (
  id             integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name           text        NOT NULL UNIQUE COLLATE "C",
  medium         text        NOT NULL CHECK (medium IN ('email', 'slack', 'webhook')),
  address        text        NOT NULL CHECK (address <> ''),
  secret         text        NOT NULL DEFAULT '',
  warehouse_id   integer     NOT NULL DEFAULT 0,
  kinds          text[]      NOT NULL DEFAULT '{}',
  severity       smallint    NOT NULL DEFAULT 3 CHECK (severity BETWEEN 1 AND 3),
  quiet_from     time,
  quiet_until    time,
  time_zone      text        NOT NULL DEFAULT 'UTC',
  digest_minutes integer     NOT NULL DEFAULT 0 CHECK (digest_minutes BETWEEN 0 AND 10080),
  paused         boolean     NOT NULL DEFAULT false,
  dropped        boolean     NOT NULL DEFAULT false,
  version        bigint      NOT NULL DEFAULT 1,
  changed_at     timestamptz NOT NULL,
  changed_by     text        NOT NULL,
  CHECK ((quiet_from IS NULL) = (quiet_until IS NULL)),
  CHECK (medium <> 'webhook' OR secret <> '')
);

-- What is sent: text and id stay the same however often it is tried.
CREATE TABLE message (
  id         uuid        PRIMARY KEY,
  channel_id integer     NOT NULL REFERENCES channel,
  subject    text        NOT NULL,
  body       text        NOT NULL,
  content    text        NOT NULL,
  state      text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
  tries      integer     NOT NULL DEFAULT 0,
  due_at     timestamptz NOT NULL,
  error      text        NOT NULL DEFAULT '',
  made_at    timestamptz NOT NULL,
  ended_at   timestamptz,
  CHECK ((state = 'waiting') = (ended_at IS NULL))
) WITH (fillfactor = 70);
CREATE INDEX message_waiting ON message (channel_id, due_at, made_at) WHERE state = 'waiting';
CREATE INDEX message_made_at ON message (made_at, id);

-- What a channel is to be told; the message that tells it, once it is written.
CREATE TABLE notification (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel_id     integer     NOT NULL REFERENCES channel,
  alert_event_id bigint      NOT NULL REFERENCES alert_event,
  due_at         timestamptz NOT NULL,
  message_id     uuid        REFERENCES message ON DELETE CASCADE,
  UNIQUE (channel_id, alert_event_id)
);
CREATE INDEX notification_waiting ON notification (channel_id, due_at, id) WHERE message_id IS NULL;
CREATE INDEX notification_message ON notification (message_id);
