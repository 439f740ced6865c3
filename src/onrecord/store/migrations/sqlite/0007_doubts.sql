-- Events whose statements the program joined, those that it was least sure of first.

CREATE INDEX ix_event_doubted
    ON event (json_extract(body, '$.confidence'), id)
    WHERE json_extract(body, '$.doubted') IS NOT NULL;
